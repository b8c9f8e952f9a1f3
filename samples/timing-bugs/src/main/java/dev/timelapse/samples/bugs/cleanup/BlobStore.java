package dev.timelapse.samples.bugs.cleanup;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** A store of blobs, named {@code backup/part}. */
interface BlobStore {

  /** Writes a blob, which may take long. */
  void put(String name) throws IOException;

  /** Returns what there is, and when it was written. */
  Map<String, Instant> list() throws IOException;

  void delete(String name) throws IOException;
}
