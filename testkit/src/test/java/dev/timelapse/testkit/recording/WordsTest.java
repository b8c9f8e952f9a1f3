package dev.timelapse.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT0.000000001S, 1 ns",
    "PT0.0000015S, 1.5 µs",
    "PT0.00025S, 0.25 ms",
    "PT0.25S, 250 ms",
    "PT2.5S, 2.5 s",
    "PT40S, 40 s",
    "PT1M, 1 min",
    "PT1M0.05S, 1 min 0.05 s",
    "PT27H, 1 d 3 h",
    "PT8760H1S, 365 d 1 s",
  })
  void durations_areToldExactly(Duration duration, String words) {
    assertThat(Words.of(duration)).isEqualTo(words);
  }

  @Test
  void exceptions_areToldOnOneLine_withoutWhatDiffersFromRunToRun() {
    Throwable anonymous =
        new RuntimeException("no\n  " + "dev.Foo@1a2b3c4d") {
          private static final long serialVersionUID = 1L;
        };

    assertThat(Words.of(new IllegalStateException())).isEqualTo("IllegalStateException");
    assertThat(Words.of(anonymous)).isEqualTo("1: no dev.Foo");
    assertThat(Words.of(new Error("at dev.Foo$$Lambda/0x00007f12ab@ff00ff gone")))
        .isEqualTo("Error: at dev.Foo gone");
    assertThat(Words.of(new Error("x".repeat(200)))).hasSize(127).endsWith("x…");
  }
}
