package dev.timelapse.samples.bugs.cleanup;

import java.io.IOException;
import java.time.LocalDate;

/** Writes a backup part by part. It is complete with the index, which is written last. */
final class Backup {

  static final String INDEX = "index";

  private final BlobStore store;
  private final int parts;

  Backup(BlobStore store, int parts) {
    this.store = store;
    this.parts = parts;
  }

  void write(LocalDate day) throws IOException {
    for (int part = 1; part <= parts; part++) {
      store.put(day + "/part-" + part);
    }
    store.put(day + "/" + INDEX);
  }

  /** Returns of which backup a blob is a part. */
  static String of(String blob) {
    return blob.substring(0, blob.indexOf('/'));
  }
}
