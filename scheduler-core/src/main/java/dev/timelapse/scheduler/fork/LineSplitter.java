package dev.timelapse.scheduler.fork;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Makes lines of bytes, as they come. Lines end with LF or CR LF, and are read as UTF-8. */
final class LineSplitter {

  /** The rest of a longer line is dropped. */
  static final int LONGEST_LINE_BYTES = 8192;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long droppedBytes;

  void split(byte[] bytes, Consumer<String> lines) {
    for (byte next : bytes) {
      if (next == '\n') {
        handOver(lines);
      } else if (line.size() < LONGEST_LINE_BYTES) {
        line.write(next);
      } else {
        droppedBytes++;
      }
    }
  }

  /** Hands over a last line that has no end. */
  void end(Consumer<String> lines) {
    if (line.size() > 0) {
      handOver(lines);
    }
  }

  long droppedBytes() {
    return droppedBytes;
  }

  private void handOver(Consumer<String> lines) {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
