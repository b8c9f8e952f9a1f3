package dev.timelapse.scheduler;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Threads that pause, resume, ask for runs, add, cancel and close while another drives. The model
 * is arithmetic: of what was accepted, everything ran, was missed, was cancelled or is left, once.
 */
@Timeout(120)
class JobsStressTest {

  private static final int THREADS = 3;
  private static final int ROUNDS = 20_000;
  private static final int REPEATS = 40;
  private static final int MOST_EVENTS = 2_000;
  private static final int ENOUGH = 50_000;
  private static final int FLOOD = 500_000;

  private final List<FutureTask<Integer>> threads = new ArrayList<>();

  @Test
  void rates_pausedAndResumedByOtherThreads_loseAndDoubleNoFiring() throws Exception {
    SimulatedTime time = new SimulatedTime();
    List<Series> series = new ArrayList<>();
    Scheduler scheduler = Scheduler.using(time).build();
    for (int i = 0; i < THREADS; i++) {
      series.add(new Series(scheduler, "job " + i, ofMillis(1 + i)));
    }
    for (int i = 0; i < THREADS; i++) {
      Series its = series.get(i);
      Dice dice = new Dice(i);
      start(
          () -> {
            int paused = 0;
            for (int round = 0; round < ROUNDS; round++) {
              paused += its.job.pause() ? 1 : 0;
              if (dice.oneIn(3)) {
                Thread.onSpinWait();
              }
              paused -= its.job.resume() ? 1 : 0;
            }
            return paused;
          });
    }

    Duration driven = ZERO;
    while (!allDone() || driven.compareTo(ofMillis(600)) < 0) {
      time.pass(ofMillis(1));
      driven = driven.plusMillis(1);
      scheduler.runDue();
    }
    for (FutureTask<Integer> thread : threads) {
      assertThat(thread.get()).as("pauses without a resume").isZero();
    }
    // On all their grids: each has a firing at this instant, and nothing is overdue after it.
    Duration rest = ofMillis(6 - driven.toMillis() % 6);
    time.pass(rest);
    scheduler.runDue();

    for (Series its : series) {
      its.assertComplete(driven.plus(rest));
    }
  }

  @Test
  void runsAskedForByOtherThreads_takePlaceOnceForEachYes() throws Exception {
    Scheduler scheduler = Scheduler.using(TimeSource.system()).build();
    AtomicInteger runs = new AtomicInteger();
    ScheduledJob job = scheduler.add("job", Trigger.every(ofDays(1)), runs::incrementAndGet);
    for (int i = 0; i < THREADS; i++) {
      start(
          () -> {
            int accepted = 0;
            for (int round = 0; round < ROUNDS; round++) {
              accepted += job.runNow() ? 1 : 0;
            }
            return accepted;
          });
    }
    FutureTask<Integer> driver = driver(scheduler);

    int accepted = 0;
    for (FutureTask<Integer> thread : threads) {
      accepted += thread.get();
    }
    scheduler.after(ZERO, 1, scheduler::close);
    driver.get();

    assertThat(runs).hasValue(accepted).hasPositiveValue();
  }

  @Test
  void eventsAddedAndCancelled_whileClosed_runOrAreCancelledOrAreLeft() throws Exception {
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      threads.clear();
      Scheduler scheduler = Scheduler.using(TimeSource.system()).build();
      AtomicInteger ran = new AtomicInteger();
      Queue<AtomicBoolean> cancelled = new ConcurrentLinkedQueue<>();
      FutureTask<Integer> driver = driver(scheduler);
      for (int i = 0; i < THREADS; i++) {
        Dice dice = new Dice(repeat * 31L + i);
        start(() -> addSome(scheduler, dice, ran, cancelled));
      }
      int closeAfter = new Dice(repeat).below(MOST_EVENTS);
      while (ran.get() < closeAfter) {
        Thread.onSpinWait();
      }

      scheduler.close(ofHours(1));

      int accepted = 0;
      for (FutureTask<Integer> thread : threads) {
        accepted += thread.get();
      }
      driver.get();
      int ranInTime = ran.get();
      int left = scheduler.close(ZERO).size();
      assertThat(scheduler.runDue()).isEqualTo(Scheduler.NEVER);
      // A job that is cancelled in the middle of its run has run all the same.
      int neverRan = (int) cancelled.stream().filter(hasRun -> !hasRun.get()).count();
      assertThat(ranInTime + neverRan + left).isEqualTo(accepted);
      assertThat(ran).hasValue(ranInTime);
    }
  }

  @Test
  void floodOfOtherThreads_leavesTheLoopTimeToRun() throws Exception {
    Scheduler scheduler = Scheduler.using(TimeSource.system()).build();
    AtomicInteger ran = new AtomicInteger();
    FutureTask<Integer> driver = driver(scheduler);
    for (int i = 0; i < THREADS; i++) {
      start(
          () -> {
            int added = 0;
            while (ran.get() < ENOUGH && added < FLOOD) {
              scheduler.after(ZERO, ran::incrementAndGet);
              added++;
            }
            return added;
          });
    }

    for (FutureTask<Integer> thread : threads) {
      assertThat(thread.get()).as("events added while not enough of them ran").isLessThan(FLOOD);
    }
    scheduler.close();
    driver.get();
  }

  /** Adds events, until there are many or the scheduler is closed. Answers how many it took. */
  private static int addSome(
      Scheduler scheduler, Dice dice, AtomicInteger ran, Queue<AtomicBoolean> cancelled) {
    int accepted = 0;
    try {
      while (accepted < MOST_EVENTS) {
        Duration delay = ofNanos(dice.below(3) * 20_000L);
        AtomicBoolean hasRun = new AtomicBoolean();
        Task task =
            () -> {
              hasRun.set(true);
              ran.incrementAndGet();
            };
        Event event =
            dice.oneIn(4)
                ? scheduler.add(
                    Thread.currentThread().getName() + accepted, Trigger.after(delay), task)
                : scheduler.after(delay, task);
        accepted++;
        if (dice.oneIn(3) && event.cancel()) {
          cancelled.add(hasRun);
        }
      }
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining("closed");
    }
    return accepted;
  }

  private boolean allDone() {
    return threads.stream().allMatch(FutureTask::isDone);
  }

  private void start(Callable<Integer> work) {
    FutureTask<Integer> task = new FutureTask<>(work);
    threads.add(task);
    new Thread(task, "thread " + threads.size() + " ").start();
  }

  private static FutureTask<Integer> driver(Scheduler scheduler) {
    FutureTask<Integer> task =
        new FutureTask<>(
            () -> {
              scheduler.run();
              return 0;
            });
    new Thread(task, "driver").start();
    return task;
  }

  /** A rate, and what became of its firings. All fields are the driver's. */
  private static final class Series implements SchedulerListener {

    private final Duration period;
    private final ScheduledJob job;
    private long runs;
    private long missed;
    private long lastDue;
    private boolean ordered = true;

    Series(Scheduler scheduler, String name, Duration period) {
      this.period = period;
      this.job = scheduler.add(name, Trigger.every(period), () -> runs++);
      scheduler.addListener(this);
    }

    @Override
    public void missed(Firing firing) {
      if (firing.name().equals(job.name())) {
        missed += firing.missed();
      }
    }

    @Override
    public void started(Firing firing) {
      if (firing.name().equals(job.name())) {
        long due = Duration.between(SimulatedTime.START, firing.due()).toNanos();
        ordered &= due > lastDue && due % period.toNanos() == 0;
        lastDue = due;
      }
    }

    void assertComplete(Duration driven) {
      assertThat(ordered).as("%s in order, on its grid", job.name()).isTrue();
      assertThat(runs + missed).isEqualTo(driven.dividedBy(period));
      assertThat(runs).isPositive();
    }
  }
}
