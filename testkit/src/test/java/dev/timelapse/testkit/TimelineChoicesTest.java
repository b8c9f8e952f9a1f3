package dev.timelapse.testkit;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Job;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.choice.Choices;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineChoicesTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void jitter_isDrawnFromTheTimelinesChoices_sameSeedSameRun() {
    Timeline first = timeline(Choices.ofSeed(42));
    Timeline second = timeline(Choices.ofSeed(42));
    Timeline other = timeline(Choices.ofSeed(43));

    List<Duration> firings = firings(first);

    assertThat(firings(second)).isEqualTo(firings);
    assertThat(firings(other)).isNotEqualTo(firings);
    assertThat(firings(timeline(Choices.replaying(first.choices().values())))).isEqualTo(firings);
    for (int i = 0; i < firings.size(); i++) {
      assertThat(firings.get(i)).isBetween(ofHours(i + 1), ofHours(i + 1).plusMinutes(10));
    }
  }

  @Test
  void dullRun_hasNoJitter() {
    assertThat(firings(timeline(Choices.ofSeed(0))))
        .startsWith(ofHours(1), ofHours(2), ofHours(3))
        .hasSize(24);
  }

  @Test
  void draw_isOnTheListOfTheTimeline() {
    try (Timeline time = timeline(Choices.replaying(List.of(3L)))) {
      assertThat(time.draw("which node", 10)).isEqualTo(3);
      assertThat(time.random("backoff").nextInt(10)).isZero();
      assertThat(time.choices().values()).containsExactly(3L, 0L);
    }
  }

  @Test
  void timelineWithoutSeed_hasTheDefaultOne() {
    try (Timeline time = Timeline.startingAt(START, ZoneOffset.UTC)) {
      assertThat(time.choices().seed()).hasValue(Choices.DEFAULT_SEED);
    }
  }

  private static Timeline timeline(Choices choices) {
    return Timeline.startingAt(START, ZoneOffset.UTC, choices);
  }

  private static List<Duration> firings(Timeline time) {
    List<Duration> firings = new ArrayList<>();
    Scheduler scheduler = Scheduler.using(time.timeSource()).build();
    scheduler.add(
        Job.named("poll")
            .trigger(every(ofHours(1)))
            .jitter(ofMinutes(10))
            .task(() -> firings.add(time.elapsed())));
    time.advanceBy(ofHours(24).plusMinutes(10));
    time.close();
    return firings;
  }
}
