package dev.timelapse.testkit;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.timelapse.testkit.history.Happening;
import dev.timelapse.testkit.recording.Recorded;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalendarScriptTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-20T00:00:00Z"), ZoneId.of("Europe/Berlin"));
  private final List<String> heard = new ArrayList<>();

  @AfterEach
  void end() {
    time.close();
  }

  @Test
  void everyWeek_atALocalTime_acrossAChangeOfTheClock() {
    Scripted handle = time.every(SATURDAY, "02:30", () -> heard.add(time.now().toString()));
    time.advanceBy(ofDays(20));

    // Berlin is an hour ahead of UTC until 29 March 2026, and two hours from then on.
    assertThat(heard)
        .containsExactly("2026-03-21T01:30:00Z", "2026-03-28T01:30:00Z", "2026-04-04T00:30:00Z");
    assertThat(time.isIdle()).isTrue();
    assertThat(handle.cancel()).isTrue();
    time.advanceBy(ofDays(20));
    assertThat(heard).hasSize(3);
    assertThat(handle.cancel()).isFalse();
  }

  @Test
  void everyFiringOfACronExpression() {
    time.every("0 6 * * *", () -> heard.add(time.now().toString()));

    time.advanceBy(ofDays(2));

    assertThat(heard).containsExactly("2026-03-20T05:00:00Z", "2026-03-21T05:00:00Z");
  }

  @Test
  void named_isCalledSoOnTheRecording() {
    time.at("2026-03-20T02:00", () -> {}).named("the store goes down");
    time.after(ofDays(1), () -> {}).named("a day later");
    time.every("0 3 * * *", () -> {}).named("nightly");
    time.history("h", Stream.of(new Happening(time.now().plus(ofDays(1)), () -> {})))
        .named("history");

    time.advanceBy(ofDays(1));

    assertThat(time.recording().entries())
        .extracting(Recorded::what)
        .containsExactly("the store goes down", "nightly", "a day later", "history");
  }

  @Test
  void duration_countsFromTheStart() {
    time.advanceBy(ofHours(1));
    time.at("P1DT2H", () -> heard.add(time.elapsed().toString()));

    time.advanceBy(ofDays(2));

    assertThat(heard).containsExactly("PT26H");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.at("P1X", () -> {}))
        .withMessageContaining("P2DT3H");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.every(SATURDAY, "2 o'clock", () -> {}))
        .withMessageContaining("02:00");
  }

  @Test
  void wallClock_isSteppedByTheScript() {
    time.every(SATURDAY, "02:00", () -> time.wallClock().stepBy(ofHours(-1)));

    time.advanceBy(ofDays(2));

    assertThat(time.now()).isEqualTo("2026-03-21T23:00:00Z");
  }
}
