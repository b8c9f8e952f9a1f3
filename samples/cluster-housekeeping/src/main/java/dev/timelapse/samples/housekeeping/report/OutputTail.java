package dev.timelapse.samples.housekeeping.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a stream to its end and keeps its last bytes. Runs on a thread of its own. */
final class OutputTail implements Runnable {

  private final InputStream stream;

  /** The last bytes, going round; guarded by this. */
  private final byte[] kept;

  /** How many bytes were read; guarded by this. */
  private long read;

  OutputTail(InputStream stream, int keptBytes) {
    this.stream = stream;
    this.kept = new byte[keptBytes];
  }

  @Override
  public void run() {
    byte[] buffer = new byte[8192];
    try {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        keep(buffer, n);
      }
    } catch (IOException e) {
      // The process was ended: what was read until then is what there is.
    }
  }

  private synchronized void keep(byte[] buffer, int count) {
    for (int i = 0; i < count; i++) {
      kept[(int) (read++ % kept.length)] = buffer[i];
    }
  }

  /** Returns what was kept, with a note in front if that is not all. */
  synchronized String text() {
    if (read <= kept.length) {
      return new String(kept, 0, (int) read, StandardCharsets.UTF_8);
    }
    int start = (int) (read % kept.length);
    byte[] inOrder = new byte[kept.length];
    System.arraycopy(kept, start, inOrder, 0, kept.length - start);
    System.arraycopy(kept, 0, inOrder, kept.length - start, start);
    return "["
        + (read - kept.length)
        + " bytes left out] "
        + new String(inOrder, StandardCharsets.UTF_8);
  }
}
