package dev.timelapse.testkit.executor;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.timelapse.scheduler.PendingEvent;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Leftover;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.VirtualExecutor;
import dev.timelapse.testkit.recording.RecordedFiring;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchedulingTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final VirtualExecutor executor = time.executor();
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void taskExecuted_nothingRunsBeforeTimeIsAskedToPass() {
    executor.execute(() -> say("ran"));

    assertThat(log).isEmpty();
    assertThat(time.isIdle()).isFalse();
    time.runCurrent();
    assertThat(log).containsExactly("PT0S ran");
    assertThat(time.isIdle()).isTrue();
  }

  @Test
  void oneShots_runInOrderOfDueTime_thenOfInsertion() {
    executor.schedule(() -> say("c"), 2, SECONDS);
    executor.schedule(() -> say("a"), 1, SECONDS);
    executor.schedule(() -> say("d"), 2000, MILLISECONDS);
    executor.schedule(() -> say("b"), 1, SECONDS);

    assertThat(time.advanceBy(ofSeconds(10))).isEqualTo(4);

    assertThat(log).containsExactly("PT1S a", "PT1S b", "PT2S c", "PT2S d");
  }

  @Test
  void negativeDelays_countAsZero_whateverTheirSize() {
    executor.schedule(() -> say("a"), -1, DAYS);
    executor.schedule(() -> say("b"), Long.MIN_VALUE, DAYS);
    ScheduledFuture<?> rate =
        executor.scheduleAtFixedRate(() -> say("c"), Long.MIN_VALUE, 1, SECONDS);

    time.runCurrent();

    assertThat(log).containsExactly("PT0S a", "PT0S b", "PT0S c");
    assertThat(rate.getDelay(MILLISECONDS)).isEqualTo(1000);
  }

  @Test
  void delayBeyondAllTime_neverRuns_andHoldsUpNothing() {
    ScheduledFuture<?> never = executor.schedule(() -> say("never"), Long.MAX_VALUE, DAYS);
    executor.scheduleWithFixedDelay(() -> say("once"), 0, Long.MAX_VALUE, DAYS);
    executor.schedule(() -> say("hour"), 1, SECONDS);

    time.advanceBy(ofHours(1));

    assertThat(log).containsExactly("PT0S once", "PT1S hour");
    assertThat(never.getDelay(DAYS)).isGreaterThan(100 * 365);
    assertThat(never.isDone()).isFalse();
  }

  @Test
  void fixedRate_runsAtMultiplesOfThePeriod_whateverATaskTakes() {
    executor.scheduleAtFixedRate(
        () -> {
          say("start");
          time.sleep(ofSeconds(4));
        },
        5,
        10,
        SECONDS);

    time.advanceBy(ofSeconds(30));

    assertThat(log).containsExactly("PT5S start", "PT15S start", "PT25S start");
  }

  @Test
  void fixedRate_taskTakesLongerThanItsPeriod_makesUpForWhatItMissed_andNeverOverlaps() {
    int[] run = {0};
    VirtualExecutor two = time.executor(2);
    two.scheduleAtFixedRate(
        () -> {
          say("start");
          if (run[0]++ == 0) {
            time.sleep(ofSeconds(35));
          }
        },
        10,
        10,
        SECONDS);

    time.advanceBy(ofSeconds(60));

    assertThat(log)
        .containsExactly(
            "PT10S start",
            "PT45S start",
            "PT45S start",
            "PT45S start",
            "PT50S start",
            "PT1M start");
    assertThat(time.recording().firings())
        .extracting(RecordedFiring::lateness)
        .containsExactly(
            Duration.ZERO,
            ofSeconds(25),
            ofSeconds(15),
            ofSeconds(5),
            Duration.ZERO,
            Duration.ZERO);
  }

  @Test
  void fixedDelay_countsFromTheEndOfTheTask() {
    executor.scheduleWithFixedDelay(
        () -> {
          say("start");
          time.sleep(ofSeconds(4));
        },
        5,
        10,
        SECONDS);

    time.advanceBy(ofSeconds(40));

    assertThat(log).containsExactly("PT5S start", "PT19S start", "PT33S start");
  }

  @Test
  void taskWaits_itsWorkerIsBusy_theOtherWorkersAndTheRestOfTheTimelineGoOn() {
    VirtualExecutor two = time.executor(2);
    Scheduler scheduler = Scheduler.using(time.timeSource()).build();
    for (String name : List.of("a", "b", "c")) {
      two.execute(
          () -> {
            say(name + " starts");
            time.sleep(ofSeconds(name.equals("b") ? 20 : 30));
            say(name + " ends");
          });
    }
    two.schedule(() -> say("d"), 25, SECONDS);
    scheduler.after(ofSeconds(10), () -> say("scheduler"));
    time.after(ofSeconds(15), () -> say("script"));

    time.advanceBy(ofMinutes(2));

    assertThat(log)
        .containsExactly(
            "PT0S a starts",
            "PT0S b starts",
            "PT10S scheduler",
            "PT15S script",
            "PT20S b ends",
            "PT20S c starts",
            "PT30S a ends",
            "PT30S d",
            "PT50S c ends");
  }

  @Test
  void taskFindsNoWorker_startsLate_andTheRecordingSaysSo() {
    executor.execute(() -> time.sleep(ofSeconds(40)));
    executor.schedule(new Late(), 10, SECONDS);

    time.advanceBy(ofMinutes(1));

    assertThat(time.recording().lastPage(10))
        .contains("SchedulingTest$Late")
        .contains("ok, 30 s late");
    RecordedFiring late = time.recording().firings().get(1);
    assertThat(late.lane()).isEqualTo("executor");
    assertThat(late.name()).isEqualTo("SchedulingTest$Late");
    assertThat(late.lateness()).isEqualTo(ofSeconds(30));
    assertThat(time.recording().firings().get(0).took()).isEqualTo(ofSeconds(40));
    assertThat(time.recording().firings().get(0).name()).isEqualTo("task of SchedulingTest");
  }

  @Test
  void severalExecutors_haveLanesOfTheirOwn() {
    VirtualExecutor second = time.executor();
    VirtualExecutor named = time.executor("billing", 3);
    executor.execute(() -> {});
    second.execute(() -> {});
    named.execute(() -> {});

    time.runCurrent();

    assertThat(time.recording().firings())
        .extracting(RecordedFiring::lane)
        .containsExactly("executor", "executor 2", "billing");
    assertThat(named).hasToString("billing (running, 0 of 3 workers busy, 0 queued)");
  }

  @Test
  void taskAddsTasks_theyRunInTheirPlace() {
    executor.execute(
        () -> {
          say("first");
          executor.execute(() -> say("third"));
          executor.schedule(() -> say("late"), 1, SECONDS);
        });
    executor.execute(() -> say("second"));

    time.advanceBy(ofSeconds(1));

    assertThat(log).containsExactly("PT0S first", "PT0S second", "PT0S third", "PT1S late");
  }

  @Test
  void schedulersAndExecutorsAtOneInstant_runInOrderOfInsertion() {
    Scheduler scheduler = Scheduler.using(time.timeSource()).build();
    VirtualExecutor other = time.executor();
    executor.schedule(() -> say("a"), 1, SECONDS);
    scheduler.after(ofSeconds(1), () -> say("b"));
    other.schedule(() -> say("c"), 1, SECONDS);
    executor.schedule(() -> say("d"), 1, SECONDS);
    time.after(ofSeconds(1), () -> say("script"));

    time.advanceBy(ofSeconds(1));

    assertThat(log).containsExactly("PT1S script", "PT1S a", "PT1S b", "PT1S c", "PT1S d");
  }

  @Test
  void delayed_isTimeUntilDue_andOrdersLikeTheQueue() {
    ScheduledFuture<?> early = executor.schedule(() -> say("early"), 5, SECONDS);
    ScheduledFuture<?> late = executor.schedule(() -> say("late"), 5, SECONDS);

    assertThat(early.getDelay(SECONDS)).isEqualTo(5);
    assertThat(early.compareTo(late)).isNegative();
    assertThat(late.compareTo(early)).isPositive();
    time.advanceBy(ofSeconds(7));
    assertThat(early.getDelay(NANOSECONDS)).isEqualTo(-2_000_000_000L);
  }

  @Test
  void wallClockStepped_noTaskNotices() {
    executor.schedule(() -> say("ran"), 1, SECONDS);

    time.wallClock().stepBy(ofHours(1));
    time.runCurrent();
    assertThat(log).isEmpty();
    time.wallClock().stepBy(ofHours(-5));
    time.advanceBy(ofSeconds(1));

    assertThat(log).containsExactly("PT1S ran");
  }

  @Test
  void pending_namesWhatIsToCome_withoutWhatWasCancelled() {
    time.allow(Leftover.PENDING_ONE_SHOTS);
    executor.schedule(new Late(), 1, DAYS);
    executor.schedule(() -> say("b"), 2, DAYS).cancel(false);

    assertThat(time.pending())
        .containsExactly(
            new PendingEvent(
                "SchedulingTest$Late", Instant.parse("2026-03-02T00:00:00Z"), 0, false));
  }

  @Test
  void recurringTasks_areBackground_oneShotsAreNot() {
    executor.scheduleAtFixedRate(() -> say("tick"), 1, 1, SECONDS);
    assertThat(time.isIdle()).isTrue();
    executor.schedule(() -> say("once"), 2500, MILLISECONDS);
    assertThat(time.isIdle()).isFalse();

    time.advanceUntilIdle();

    assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(2500));
    assertThat(log).hasSize(3);
  }

  @Test
  void nulls_areRefused() {
    assertThatNullPointerException().isThrownBy(() -> executor.execute(null));
    assertThatNullPointerException().isThrownBy(() -> executor.submit((Runnable) null));
    assertThatNullPointerException().isThrownBy(() -> executor.submit((Runnable) null, "a"));
    assertThatNullPointerException().isThrownBy(() -> executor.submit((Callable<?>) null));
    assertThatNullPointerException()
        .isThrownBy(() -> executor.schedule((Runnable) null, 1, SECONDS));
    assertThatNullPointerException()
        .isThrownBy(() -> executor.schedule((Callable<?>) null, 1, SECONDS));
    assertThatNullPointerException().isThrownBy(() -> executor.schedule(() -> {}, 1, null));
    assertThatNullPointerException()
        .isThrownBy(() -> executor.scheduleAtFixedRate(null, 1, 1, SECONDS));
    assertThatNullPointerException()
        .isThrownBy(() -> executor.scheduleAtFixedRate(() -> {}, 1, 1, null));
    assertThatNullPointerException()
        .isThrownBy(() -> executor.scheduleWithFixedDelay(null, 1, 1, SECONDS));
    assertThatNullPointerException()
        .isThrownBy(() -> executor.scheduleWithFixedDelay(() -> {}, 1, 1, null));
  }

  @Test
  void periodsThatAreNone_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> executor.scheduleAtFixedRate(() -> {}, 1, 0, SECONDS))
        .withMessage("the period must be more than zero, but is 0 SECONDS");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> executor.scheduleWithFixedDelay(() -> {}, 1, -3, SECONDS))
        .withMessage("the delay must be more than zero, but is -3 SECONDS");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.executor(0))
        .withMessage("an executor needs one worker or more, but was given 0");
  }

  private void say(String what) {
    log.add(time.elapsed() + " " + what);
  }

  private static final class Late implements Runnable {
    @Override
    public void run() {}
  }
}
