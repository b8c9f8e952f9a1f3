package dev.timelapse.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordingTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final Recording recording = new Recording(START);

  @Test
  void page_hasOneLineAnEntry_inColumns() {
    recording.addFiring(START, "scheduler", "probe", 1, 0).ended(0, null);
    recording.addCall(START, "db", "ping", "ping(\"db-1\")").answered(2_000_000_000L, "true");
    recording
        .addFiring(START.plus(Duration.ofDays(1)), "scheduler", "probe", 2, 5_000_000_000L)
        .ended(1_000_000_000L, new IOException("gone\naway"));
    recording.add(new RecordedStep(START.plus(Duration.ofDays(2)), Duration.ofHours(-1)));
    recording.add(new RecordedNote(START.plus(Duration.ofDays(2)), "note", "half way"));

    assertThat(recording.lastPage(10))
        .isEqualTo(
            """
            day 1   2026-03-01T00:00:00Z  scheduler   probe              ok
            day 1   2026-03-01T00:00:00Z  db          ping("db-1")       true, took PT2S
            day 2   2026-03-02T00:00:00Z  scheduler   probe (attempt 2)  failed: IOException: gone away, took PT1S, PT5S late
            day 3   2026-03-03T00:00:00Z  wall clock  stepped by PT-1H   to 2026-03-02T23:00:00Z
            day 3   2026-03-03T00:00:00Z  note        half way""");
  }

  @Test
  void pageShorterThanTheRecording_saysHowMuchIsMissing() {
    for (int i = 0; i < 5; i++) {
      recording.add(new RecordedNote(START, "note", "n" + i));
    }

    assertThat(recording.lastPage(2).lines())
        .containsExactly(
            "… 3 earlier",
            "day 1   2026-03-01T00:00:00Z  note  n3",
            "day 1   2026-03-01T00:00:00Z  note  n4");
    assertThat(new Recording(START).lastPage(2)).isEqualTo("nothing happened");
  }

  @Test
  void bounded_keepsTheLastAndCountsAll() {
    recording.keepLast(100);
    for (int i = 0; i < 1000; i++) {
      recording.addFiring(START, "scheduler", "job " + i, 1, 0);
      recording.addCall(START, "mock", "call", "call()");
    }

    assertThat(recording.entries()).hasSize(100);
    assertThat(recording.firings()).hasSize(50);
    assertThat(recording.firingsOf("job 999")).hasSize(1);
    assertThat(recording.firingCount()).isEqualTo(1000);
    assertThat(recording.callCount()).isEqualTo(1000);
    assertThat(recording.lastPage(1)).startsWith("… 1999 earlier");
    assertThatIllegalArgumentException().isThrownBy(() -> recording.keepLast(-1));
  }
}
