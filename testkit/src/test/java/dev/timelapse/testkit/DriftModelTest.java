package dev.timelapse.testkit;

import static java.time.Duration.ofNanos;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One-shots and scripts on a wall clock that is stepped and drifts at random, and a naive one. */
class DriftModelTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final long LENGTH = Duration.ofDays(30).toNanos();

  private final Timeline time = Timeline.startingAt(START, ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final DriftModel model = new DriftModel();
  private final Map<String, Long> fired = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void anyHistoryOfStepsAndRates_everythingIsDueWhenTheClockFirstShowsIt(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Instant> asked = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      Instant instant = START.plusNanos(random.nextLong(LENGTH));
      String job = "job " + i;
      scheduler.at(instant, () -> fires(job));
      asked.put(job, instant);
      String script = "script " + i;
      time.at(instant, () -> fires(script));
      asked.put(script, instant);
    }

    long elapsed = 0;
    for (int i = 0; i < 50; i++) {
      long next = elapsed + random.nextLong(LENGTH / 30);
      time.advanceBy(ofNanos(next - 1 - elapsed));
      elapsed = next;
      change(random, elapsed);
      // Whatever is due at this instant, too, falls on the changed clock.
      time.runCurrent();
      assertThat(BigInteger.valueOf(Duration.between(START, time.now()).toNanos()))
          .isEqualTo(model.wallAt(elapsed));
    }
    time.advanceBy(ofNanos(4 * LENGTH));

    assertThat(fired).hasSize(400);
    asked.forEach(
        (name, instant) ->
            assertThat(fired.get(name))
                .as("%s at %s", name, instant)
                .isEqualTo(
                    model.firstShown(
                        0, BigInteger.valueOf(Duration.between(START, instant).toNanos()))));
    time.close();
  }

  /** Does something to both clocks one nanosecond from now. */
  private void change(SplittableRandom random, long elapsed) {
    if (random.nextBoolean()) {
      long by = random.nextLong(-LENGTH / 100, LENGTH / 100);
      time.after(ofNanos(1), () -> time.wallClock().stepBy(ofNanos(by)));
      model.step(elapsed, by);
    } else {
      long per = 2 + random.nextLong(1L << random.nextInt(4, 50));
      long gain = random.nextLong(-per / 3, per / 3 + 1);
      time.after(ofNanos(1), () -> time.wallClock().driftBy(ofNanos(gain), ofNanos(per)));
      model.drift(elapsed, gain, per);
    }
    time.advanceBy(ofNanos(1));
  }

  private void fires(String name) {
    assertThat(fired.put(name, time.elapsed().toNanos())).as("%s fired before", name).isNull();
  }
}
