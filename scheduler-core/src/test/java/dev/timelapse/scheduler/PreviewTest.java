package dev.timelapse.scheduler;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreviewTest {

  private static final Instant START = SimulatedTime.START;

  private final SimulatedTime time = new SimulatedTime();
  private final Diary diary = new Diary(time);
  private final Scheduler scheduler = Scheduler.using(time).listener(diary).build();

  @Test
  void allKindsOfJobs_previewed_areTheFiringsThatThenTakePlace() {
    List<PlannedFiring> fired = new ArrayList<>();
    scheduler.addListener(
        new SchedulerListener() {
          @Override
          public void started(Firing firing) {
            fired.add(new PlannedFiring(firing.name(), firing.due()));
          }
        });
    add("rate", Trigger.every(ofMinutes(7)), 0);
    add("delay", Trigger.withDelay(ofMinutes(5)).startingAfter(ofMinutes(1)), -1);
    add("cron", Trigger.cron("*/5 * * * *", ZoneOffset.UTC), 1);
    add("once", Trigger.at(START.plus(ofMinutes(35))), -2);
    add("far", Trigger.after(ofDays(200_000)), 0);
    time.drive(scheduler, ofMinutes(33));
    fired.clear();

    List<PlannedFiring> planned =
        scheduler.preview(time.instant(), START.plus(ofHours(24))).toList();
    time.drive(scheduler, ofHours(24).minus(ofMinutes(33)).minusNanos(1));

    assertThat(planned).hasSizeGreaterThan(700).isEqualTo(fired);
  }

  @Test
  void jobWithoutEnd_previewedForEver_isReadAsFarAsWanted() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    ScheduledJob job = add("job", Trigger.daily(LocalTime.of(2, 30), berlin), 0);

    assertThat(job.preview(START, Instant.MAX).limit(4).map(PlannedFiring::due))
        .map(Instant::toString)
        .containsExactly(
            "2026-03-27T01:30:00Z",
            "2026-03-28T01:30:00Z",
            // The clock jumps from 2 to 3: at the end of the gap.
            "2026-03-29T01:00:00Z",
            "2026-03-30T00:30:00Z");
  }

  @Test
  void farStart_ofAFastRate_isReachedAtOnce() {
    ScheduledJob job = add("job", Trigger.every(Duration.ofNanos(3)), 0);
    Instant from = START.plus(ofDays(36_500)).plusNanos(1);

    // 36,500 days are a whole number of three nanoseconds: the day has 86,400 seconds.
    assertThat(job.preview(from, Instant.MAX).limit(2).map(PlannedFiring::due))
        .containsExactly(from.plusNanos(2), from.plusNanos(5));
  }

  @Test
  void bounds_fromIsIncludedAndUntilIsNot() {
    ScheduledJob job = add("job", Trigger.every(ofMinutes(1)), 0);

    assertThat(job.preview(START.plusSeconds(60), START.plusSeconds(180)))
        .containsExactly(
            new PlannedFiring("job", START.plusSeconds(60)),
            new PlannedFiring("job", START.plusSeconds(120)));
    assertThat(job.preview(START.plusSeconds(180), START.plusSeconds(180))).isEmpty();
    assertThat(job.preview(START.plusSeconds(180), START)).isEmpty();
  }

  @Test
  void pausedAndEndedJobs_haveNoneToCome() {
    ScheduledJob paused = add("paused", Trigger.every(ofMinutes(1)), 0);
    ScheduledJob ended = add("ended", Trigger.after(ofSeconds(1)), 0);
    ScheduledJob cancelled = add("cancelled", Trigger.every(ofMinutes(1)), 0);
    time.drive(scheduler, ofSeconds(1));
    paused.pause();
    cancelled.cancel();

    for (ScheduledJob job : List.of(paused, ended, cancelled)) {
      assertThat(job.preview(START, Instant.MAX)).isEmpty();
    }
    assertThat(scheduler.preview(START, Instant.MAX)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyMinute")
  void runningJob_previewedByItself_leavesOutTheFiringThatRuns(Trigger trigger) {
    List<List<Long>> seen = new ArrayList<>();
    scheduler.add(
        "job", trigger, () -> seen.add(seconds(scheduler.preview(START, START.plusSeconds(200)))));

    time.drive(scheduler, ofMinutes(1));

    assertThat(seen).containsExactly(List.of(120L, 180L));
  }

  static List<Trigger> everyMinute() {
    return List.of(
        Trigger.every(ofMinutes(1)),
        Trigger.withDelay(ofMinutes(1)),
        Trigger.cron("* * * * *", ZoneOffset.UTC));
  }

  @Test
  void jitterRetriesAndRunsByHand_areLeftOut() {
    Scheduler jittery = Scheduler.using(time).random(new SplittableRandom(1)).build();
    ScheduledJob job =
        jittery.add(
            Job.named("job")
                .trigger(Trigger.every(ofMinutes(1)))
                .jitter(ofSeconds(20))
                .task(() -> {}));
    job.runNow();

    assertThat(seconds(job.preview(START, START.plusSeconds(150)))).containsExactly(60L, 120L);
  }

  @Test
  void equalDueTimes_goByPriorityThenByAge() {
    add("second", Trigger.every(ofMinutes(1)), 0);
    add("third", Trigger.every(ofMinutes(1)), 0);
    add("first", Trigger.every(ofMinutes(1)), -1);

    assertThat(scheduler.preview(START, START.plusSeconds(61)).map(PlannedFiring::job))
        .containsExactly("first", "second", "third");
  }

  private ScheduledJob add(String name, Trigger trigger, int priority) {
    return scheduler.add(Job.named(name).trigger(trigger).priority(priority).task(() -> {}));
  }

  private static List<Long> seconds(Stream<PlannedFiring> firings) {
    return firings.map(firing -> Duration.between(START, firing.due()).toSeconds()).toList();
  }
}
