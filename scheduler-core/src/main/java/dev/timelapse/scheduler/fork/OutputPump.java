package dev.timelapse.scheduler.fork;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Drains the output of a process on a thread of its own, so that the process never waits for a
 * reader. Keeps what is to be handed over, up to a limit, and the last words.
 */
final class OutputPump implements Runnable {

  /** How many bytes of last words are kept. */
  static final int TAIL_BYTES = 8192;

  private final InputStream stream;
  private final int limit;
  private final LineSplitter splitter = new LineSplitter();

  /** Read, within the limit, and not yet handed over. Guarded by this, as is all that follows. */
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

  private final byte[] tail = new byte[TAIL_BYTES];
  private int tailLength;
  private long read;
  private boolean ended;

  OutputPump(InputStream stream, int limit) {
    this.stream = stream;
    this.limit = limit;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[TAIL_BYTES];
    try {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        keep(buffer, n);
      }
    } catch (IOException e) {
      ForkedTask.LOG.debug("the end of an output was not read", e);
    }
  }

  private synchronized void keep(byte[] bytes, int count) {
    if (ended) {
      return;
    }
    int room = (int) Math.max(0, limit - read);
    waiting.write(bytes, 0, Math.min(room, count));
    read += count;
    int old = Math.min(tailLength, TAIL_BYTES - count);
    System.arraycopy(tail, tailLength - old, tail, 0, old);
    System.arraycopy(bytes, 0, tail, old, count);
    tailLength = old + count;
  }

  /** Hands over the lines that are complete. */
  void handOver(Consumer<String> lines) {
    splitter.split(takeWaiting(), lines);
  }

  /** Hands over the rest, even if its last line has no end, and hears no more. */
  ForkOutput end(Consumer<String> lines) {
    handOver(lines);
    splitter.end(lines);
    return summary();
  }

  private synchronized byte[] takeWaiting() {
    byte[] taken = waiting.toByteArray();
    waiting.reset();
    return taken;
  }

  private synchronized ForkOutput summary() {
    ended = true;
    long dropped = Math.max(0, read - limit) + splitter.droppedBytes();
    return new ForkOutput(read, dropped, new String(tail, 0, tailLength, StandardCharsets.UTF_8));
  }
}
