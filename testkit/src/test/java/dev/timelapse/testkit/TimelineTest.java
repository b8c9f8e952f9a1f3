package dev.timelapse.testkit;

import static dev.timelapse.scheduler.Trigger.cron;
import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.scheduler.Job;
import dev.timelapse.scheduler.PendingEvent;
import dev.timelapse.scheduler.Retry;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.Trigger;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final Timeline time = Timeline.startingAt(START, ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void jobAdded_nothingFiresBeforeTimeIsAskedToPass() {
    scheduler.add("now", every(ofSeconds(1)).startingAfter(ZERO), () -> log.add("ran"));

    assertThat(log).isEmpty();
    assertThat(time.runCurrent()).isEqualTo(1);
    assertThat(log).hasSize(1);
    assertThat(time.now()).isEqualTo(START);
  }

  @Test
  void yearAdvancedInOneCall_everyFiringSeesItsOwnTime() {
    List<Instant> seen = new ArrayList<>();
    scheduler.add("hourly", every(ofHours(1)), () -> seen.add(time.now()));

    long events = time.advanceBy(ofDays(365));

    assertThat(events).isEqualTo(365 * 24);
    assertThat(seen)
        .isEqualTo(
            IntStream.rangeClosed(1, 365 * 24).mapToObj(h -> START.plus(ofHours(h))).toList());
  }

  @Test
  void advance_runsWhatIsDueAtItsVeryEnd_andNothingLater() {
    scheduler.after(ofSeconds(10), () -> log.add("at the end"));
    scheduler.after(ofSeconds(10).plusNanos(1), () -> log.add("later"));

    assertThat(time.advanceBy(ofSeconds(10))).isEqualTo(1);

    assertThat(log).containsExactly("at the end");
    assertThat(time.elapsed()).isEqualTo(ofSeconds(10));
    assertThat(time.advanceBy(ofNanos(1))).isEqualTo(1);
  }

  @Test
  void oneInstantOnManySchedulers_runsByPriorityThenInsertion() {
    Scheduler other = Scheduler.using(time.timeSource()).build();
    scheduler.after(ofSeconds(1), () -> log.add("a0"));
    other.after(ofSeconds(1), () -> log.add("b0"));
    scheduler.after(ofSeconds(1), () -> log.add("a1"));
    other.after(ofSeconds(1), -5, () -> log.add("b urgent"));
    scheduler.after(ofSeconds(1), 5, () -> log.add("a last"));
    time.after(ofSeconds(1), () -> log.add("script"));
    other.after(ofSeconds(1), () -> log.add("b1"));

    time.advanceBy(ofSeconds(1));

    assertThat(log).containsExactly("script", "b urgent", "a0", "b0", "a1", "b1", "a last");
  }

  @Test
  void eventAddedForNowByTask_runsAtThatInstantInItsPlace() {
    scheduler.after(
        ofSeconds(1),
        () -> {
          log.add("first");
          scheduler.after(ZERO, -1, () -> log.add("child " + time.elapsed()));
        });
    scheduler.after(ofSeconds(1), () -> log.add("peer"));

    time.advanceBy(ofSeconds(1));

    assertThat(log).containsExactly("first", "child PT1S", "peer");
  }

  @Test
  void advanceTo_takesInstantsAndLocalTimesOfTheZone() {
    try (Timeline berlin = Timeline.startingAt(START, ZoneId.of("Europe/Berlin"))) {
      berlin.advanceTo("2026-03-28T02:00");
      assertThat(berlin.now()).isEqualTo("2026-03-28T01:00:00Z");
      berlin.advanceTo("2026-03-30");
      assertThat(berlin.now()).isEqualTo("2026-03-29T22:00:00Z");
      berlin.advanceTo(Instant.parse("2026-04-01T00:00:00Z"));
      assertThat(berlin.now()).isEqualTo("2026-04-01T00:00:00Z");
      berlin.advanceTo("2026-04-01T00:00:00.5Z");
      assertThat(berlin.now()).isEqualTo("2026-04-01T00:00:00.500Z");
    }
  }

  @Test
  void badTimes_areRefusedWithTheRemedy() {
    time.advanceBy(ofDays(1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.advanceBy(ofSeconds(-1)))
        .withMessageContaining("wallClock().stepBy");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.advanceTo(START))
        .withMessageContaining("2026-03-02T00:00:00Z (day 2)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.at("tomorrow", () -> {}))
        .withMessageContaining("2026-03-28T02:00");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.every(ZERO, () -> {}))
        .withMessageContaining("more than zero");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.after(ofSeconds(-1), () -> {}))
        .withMessageContainingAll("PT-1S", "day 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.runUntil(() -> true, ofSeconds(-1)))
        .withMessageContaining("PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.at("2026-04-31", () -> {}))
        .withMessageContaining("\"2026-04-31\" is no time");
  }

  @Test
  void advanceToNext_goesToTheNextDueInstantOnly() {
    scheduler.after(ofSeconds(5), () -> log.add("a"));
    scheduler.after(ofSeconds(5), () -> log.add("b"));
    scheduler.after(ofSeconds(9), () -> log.add("c"));

    assertThat(time.advanceToNext()).isEqualTo(2);
    assertThat(time.elapsed()).isEqualTo(ofSeconds(5));
    assertThat(time.advanceToNext()).isEqualTo(1);
    assertThat(time.advanceToNext()).isZero();
    assertThat(time.elapsed()).isEqualTo(ofSeconds(9));
    assertThat(log).containsExactly("a", "b", "c");
  }

  @Test
  void advanceUntilIdle_recurringJobsDoNotCount_retriesDo() {
    AtomicInteger attempts = new AtomicInteger();
    scheduler.add("ticker", every(ofSeconds(30)), () -> log.add("tick"));
    scheduler.add(
        Job.named("upload")
            .trigger(Trigger.after(ofSeconds(10)))
            .retry(Retry.fixed(ofSeconds(40)).attempts(3))
            .task(
                () -> {
                  if (attempts.incrementAndGet() < 3) {
                    throw new IOException("not yet");
                  }
                }));
    assertThat(time.isIdle()).isFalse();

    long events = time.advanceUntilIdle();

    assertThat(attempts).hasValue(3);
    assertThat(time.elapsed()).isEqualTo(ofSeconds(90));
    assertThat(log).hasSize(3);
    assertThat(events).isEqualTo(6);
    assertThat(time.isIdle()).isTrue();
  }

  @Test
  void advanceUntilIdle_oneShotsWithoutEnd_failsWithWhatIsToCome() {
    time.allow(Leftover.PENDING_ONE_SHOTS);
    scheduler.after(ofDays(1), new Daily(scheduler)::run);

    assertThatThrownBy(time::advanceUntilIdle)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not idle within 36525 days")
        .hasMessageContaining("one-shot");
    assertThat(time.elapsed()).isEqualTo(ofDays(36_525));
  }

  @Test
  void runUntil_stopsAtTheEventThatMakesItTrue() {
    AtomicInteger count = new AtomicInteger();
    scheduler.add("count", every(ofMinutes(1)), count::incrementAndGet);

    assertThat(time.runUntil(() -> count.get() == 7, ofHours(1))).isEqualTo(7);

    assertThat(time.elapsed()).isEqualTo(ofMinutes(7));
    assertThat(time.runUntil(() -> true, ofHours(1))).isZero();
  }

  @Test
  void runUntil_neverTrue_failsWithTheTimeAndWhatIsToCome() {
    scheduler.add("count", every(ofMinutes(7)), () -> {});

    assertThatThrownBy(() -> time.runUntil(() -> false, ofMinutes(60)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("PT1H")
        .hasMessageContaining("2026-03-01T01:00:00Z (day 1)")
        .hasMessageContaining("count");
    assertThat(time.elapsed()).isEqualTo(ofMinutes(60));
  }

  @Test
  void pending_listsScriptAndSchedulersInOrder() {
    time.allow(Leftover.PENDING_ONE_SHOTS);
    scheduler.add("backup", cron("0 3 * * *", ZoneOffset.UTC), () -> {});
    scheduler.add("probe", every(ofMinutes(1)), () -> {});
    time.at("2026-03-01T02:00", () -> {});

    assertThat(time.pending())
        .extracting(PendingEvent::name)
        .containsExactly("probe", "at 2026-03-01T02:00:00Z", "backup");
    assertThat(time.pending().get(2).due()).isEqualTo("2026-03-01T03:00:00Z");
  }

  @Test
  void allFaces_showOneInstant() {
    Clock newYork = time.clock(ZoneId.of("America/New_York"));
    time.advanceBy(ofDays(3));

    Instant expected = START.plus(ofDays(3));
    assertThat(time.now()).isEqualTo(expected);
    assertThat(time.clock().instant()).isEqualTo(expected);
    assertThat(newYork.instant()).isEqualTo(expected);
    assertThat(newYork.getZone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(newYork.withZone(ZoneOffset.UTC)).isEqualTo(time.clock());
    assertThat(time.timeSource().instant()).isEqualTo(expected);
    assertThat(time.timeSource().nanoTime()).isEqualTo(ofDays(3).toNanos());
  }

  @Test
  void wallClockStepped_elapsedJobsNoticeNothing_calendarJobsDo() {
    List<Instant> daily = new ArrayList<>();
    List<Duration> hourly = new ArrayList<>();
    scheduler.add("daily", cron("0 12 * * *", ZoneOffset.UTC), () -> daily.add(time.now()));
    scheduler.add("hourly", every(ofHours(1)), () -> hourly.add(time.elapsed()));

    time.at("2026-03-01T06:30", () -> time.wallClock().stepBy(ofHours(5)));
    time.advanceBy(ofHours(10));

    assertThat(hourly).isEqualTo(IntStream.rangeClosed(1, 10).mapToObj(Duration::ofHours).toList());
    assertThat(daily).containsExactly(Instant.parse("2026-03-01T12:00:00Z"));
    assertThat(time.now()).isEqualTo("2026-03-01T15:00:00Z");
    assertThat(time.elapsed()).isEqualTo(ofHours(10));
    time.wallClock().stepTo(START);
    assertThat(time.now()).isEqualTo(START);
    assertThat(time.elapsed()).isEqualTo(ofHours(10));
  }

  @Test
  void eventsWithoutEndAtOneInstant_areStoppedWithTheirName() {
    time.allow(Leftover.PENDING_ONE_SHOTS);
    scheduler.add("spinner", Trigger.after(ofSeconds(1)), new SelfScheduling(scheduler)::run);

    assertThatThrownBy(() -> time.advanceBy(ofMinutes(1)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("2026-03-01T00:00:01Z")
        .hasMessageContaining("one-shot")
        .hasMessageContaining("without a delay");
  }

  @Test
  void farFuture_isNeverDue() {
    scheduler.after(Duration.ofDays(Long.MAX_VALUE / 86_400), () -> log.add("never"));

    time.advanceBy(ofDays(36_500));

    assertThat(log).isEmpty();
  }

  private record Daily(Scheduler scheduler) {
    void run() {
      scheduler.after(ofDays(1), this::run);
    }
  }

  private record SelfScheduling(Scheduler scheduler) {
    void run() {
      scheduler.after(ZERO, this::run);
    }
  }
}
