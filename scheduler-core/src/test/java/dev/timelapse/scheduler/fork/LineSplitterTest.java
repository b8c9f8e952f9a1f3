package dev.timelapse.scheduler.fork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

  private final LineSplitter splitter = new LineSplitter();
  private final List<String> lines = new ArrayList<>();

  @Test
  void bytes_comeOneByOne_makeTheSameLines() {
    for (byte each : "eins\nzwölf\r\n\n€".getBytes(UTF_8)) {
      splitter.split(new byte[] {each}, lines::add);
    }
    assertThat(lines).containsExactly("eins", "zwölf", "");

    splitter.end(lines::add);
    assertThat(lines).containsExactly("eins", "zwölf", "", "€");
  }

  @Test
  void output_endsWithALineEnd_hasNoLineAfterIt() {
    splitter.split("a\n".getBytes(UTF_8), lines::add);
    splitter.end(lines::add);

    assertThat(lines).containsExactly("a");
  }

  @Test
  void line_isTooLong_isCutAndTheNextIsNot() {
    splitter.split(("x".repeat(10_000) + "\nnext\n").getBytes(UTF_8), lines::add);

    assertThat(lines).containsExactly("x".repeat(8192), "next");
    assertThat(splitter.droppedBytes()).isEqualTo(10_000 - 8192);
  }

  @Test
  void bytes_areNotUtf8_areReplaced() {
    splitter.split(new byte[] {'a', (byte) 0xFF, 'b', '\n'}, lines::add);

    assertThat(lines).containsExactly("a\uFFFDb");
  }
}
