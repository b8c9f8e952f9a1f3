package dev.timelapse.scheduler;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jobs that are paused and resumed. */
class PauseTest {

  private static final Instant START = SimulatedTime.START;

  private final SimulatedTime time = new SimulatedTime();
  private final Diary diary = new Diary(time);
  private final Scheduler scheduler = Scheduler.using(time).listener(diary).build();

  @Test
  void pausedJob_driven_neitherRunsNorIsPending() {
    ScheduledJob job = eachMinute();

    assertThat(job.pause()).isTrue();
    assertThat(job.pause()).isFalse();
    time.drive(scheduler, ofMinutes(5));

    assertThat(diary.starts).isEmpty();
    assertThat(job.isPending()).isFalse();
    assertThat(job.due()).isNull();
    assertThat(job.status().isPaused()).isTrue();
    assertThat(scheduler.jobs()).containsExactly(job);
    assertThat(scheduler.isIdle()).isTrue();
    assertThat(scheduler.pendingCount()).isZero();
  }

  @Test
  void pausedJob_resumedBeforeItsDueTime_missesNothing() {
    ScheduledJob job = eachMinute();

    time.drive(scheduler, ofSeconds(70));
    job.pause();
    time.drive(scheduler, ofSeconds(30));
    assertThat(job.resume()).isTrue();
    assertThat(job.resume()).isFalse();
    time.drive(scheduler, ofSeconds(80));

    assertThat(seconds()).containsExactly(60L, 120L, 180L);
    assertThat(diary.entries).noneMatch(entry -> entry.startsWith("missed"));
  }

  @Test
  void pausedJob_resumedAfterItMissedSome_doesWhatItsPolicySays() {
    ScheduledJob job = eachMinute();

    job.pause();
    time.drive(scheduler, ofSeconds(330));
    job.resume();
    time.drive(scheduler, ofSeconds(30));

    // Of the five missed ones the last stands for all.
    assertThat(seconds()).containsExactly(330L, 360L);
    assertThat(diary.entries).containsOnlyOnce("missed 4 of job");
  }

  @Test
  void pausedCalendarJob_afterAStepOfTheClock_isResumedByTheNewTime() {
    ScheduledJob job =
        scheduler.add("job", Trigger.cron("0 3 * * *", ZoneOffset.UTC), diary.start());

    job.pause();
    time.stepWallClock(ofHours(-30));
    time.drive(scheduler, ofHours(1));
    job.resume();

    assertThat(job.due()).isEqualTo("2026-03-26T03:00:00Z");
    time.driveLookingAtTheWallClock(scheduler, ofHours(13));
    assertThat(diary.starts).containsExactly(Instant.parse("2026-03-26T03:00:00Z"));
  }

  @Test
  void jobPausedByItsTask_afterThatRun_waitsToBeResumed() {
    scheduler.add(
        "job",
        Trigger.every(ofMinutes(1)),
        () -> {
          diary.starts.add(time.instant());
          scheduler.jobs().get(0).pause();
        });

    time.drive(scheduler, ofMinutes(3));
    scheduler.jobs().get(0).resume();
    time.drive(scheduler, ofMinutes(3));

    assertThat(seconds()).containsExactly(60L, 180L);
  }

  @Test
  void jobPausedAndResumedByItsTask_afterThatRun_goesOn() {
    scheduler.add(
        "job",
        Trigger.every(ofMinutes(1)),
        () -> {
          diary.starts.add(time.instant());
          ScheduledJob self = scheduler.jobs().get(0);
          assertThat(self.pause()).isTrue();
          assertThat(self.resume()).isTrue();
        });

    time.drive(scheduler, ofMinutes(3));

    assertThat(seconds()).containsExactly(60L, 120L, 180L);
  }

  @Test
  void retryThatWaits_whenPaused_waitsUntilResumed() {
    ScheduledJob job =
        scheduler.add(
            Job.named("job")
                .trigger(Trigger.every(ofHours(1)))
                .retry(Retry.fixed(ofSeconds(10)).attempts(2))
                .task(
                    () -> {
                      diary.starts.add(time.instant());
                      if (diary.starts.size() == 1) {
                        throw new IllegalStateException("down");
                      }
                    }));

    time.drive(scheduler, ofSeconds(3605));
    job.pause();
    time.drive(scheduler, ofSeconds(55));
    job.resume();
    time.drive(scheduler, ofHours(1));

    assertThat(seconds()).containsExactly(3600L, 3660L, 7200L);
    assertThat(diary.entries).contains("succeeded job attempt 2");
  }

  @Test
  void pausedJob_cancelled_isGone() {
    ScheduledJob job = eachMinute();
    job.pause();

    assertThat(job.cancel()).isTrue();

    assertThat(job.cancel()).isFalse();
    assertThat(job.resume()).isFalse();
    assertThat(job.pause()).isFalse();
    assertThat(job.runNow()).isFalse();
    assertThat(scheduler.jobs()).isEmpty();
    time.drive(scheduler, ofMinutes(5));
    assertThat(diary.starts).isEmpty();
    eachMinute();
    time.drive(scheduler, ofMinutes(1));
    assertThat(diary.starts).hasSize(1);
  }

  @Test
  void pausedOneShotJob_resumedLater_runsAtOnceAndEnds() {
    ScheduledJob job = scheduler.add("job", Trigger.after(ofSeconds(10)), diary.start());

    job.pause();
    time.drive(scheduler, ofSeconds(60));
    job.resume();
    time.drive(scheduler, ofSeconds(60));

    assertThat(seconds()).containsExactly(60L);
    assertThat(scheduler.jobs()).isEmpty();
  }

  @Test
  @Timeout(60)
  void otherThread_whileATaskRuns_pausesResumesAndRunsByHand() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    ScheduledJob paused = scheduler.add("paused", Trigger.every(ofSeconds(1)), diary.note("no"));
    ScheduledJob byHand = scheduler.add("by hand", Trigger.every(ofHours(1)), diary.note("hand"));
    scheduler.after(
        ZERO,
        () -> {
          began.countDown();
          asked.await();
        });
    FutureTask<List<Boolean>> other =
        new FutureTask<>(
            () -> {
              began.await();
              boolean pauses = paused.pause();
              boolean asks = byHand.runNow();
              ScheduledJob added =
                  scheduler.add("added", Trigger.every(ofSeconds(1)), diary.note("no"));
              boolean again = added.pause();
              asked.countDown();
              return List.of(pauses, asks, again);
            });
    new Thread(other).start();

    time.drive(scheduler, ofSeconds(10));

    assertThat(other.get()).containsExactly(true, true, true);
    assertThat(diary.entries).containsOnlyOnce("hand").doesNotContain("no");
    paused.resume();
    time.drive(scheduler, ZERO);
    assertThat(diary.entries).containsOnlyOnce("no");
  }

  @Test
  @Timeout(60)
  void lastJobPausedByAnotherThread_whileRunUntilIdleSleeps_endsIt() throws Exception {
    Scheduler real = Scheduler.using(TimeSource.system()).build();
    ScheduledJob job = real.add("job", Trigger.every(Duration.ofDays(1)), () -> {});
    CountDownLatch driving = new CountDownLatch(1);
    real.after(ZERO, driving::countDown);
    FutureTask<Void> run =
        new FutureTask<>(
            () -> {
              real.runUntilIdle();
              return null;
            });
    new Thread(run).start();

    driving.await();
    job.pause();

    run.get();
  }

  private ScheduledJob eachMinute() {
    return scheduler.add("job", Trigger.every(ofMinutes(1)), diary.start());
  }

  private List<Long> seconds() {
    return diary.starts.stream().map(at -> Duration.between(START, at).toSeconds()).toList();
  }
}
