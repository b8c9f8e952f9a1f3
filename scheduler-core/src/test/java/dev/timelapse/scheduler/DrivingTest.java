package dev.timelapse.scheduler;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real threads, on the machine's clock; nothing here waits for time to pass. */
@Timeout(60)
class DrivingTest {

  private final Scheduler scheduler = Scheduler.using(TimeSource.system()).build();
  private final List<String> entries = new ArrayList<>();

  @Test
  void closeFromATask_whileRunning_endsTheRunAndKeepsTheRest() throws InterruptedException {
    scheduler.after(ZERO, scheduler::close);
    Event left = scheduler.after(ZERO, () -> entries.add("no"));

    scheduler.run();

    assertThat(scheduler.isClosed()).isTrue();
    assertThat(entries).isEmpty();
    assertThat(scheduler.pending()).hasSize(1);
    assertThat(scheduler.runDue()).isEqualTo(Scheduler.NEVER);
    assertThat(left.cancel()).isTrue();
    scheduler.close();
  }

  @Test
  void closeFromAnotherThread_whileTheLoopSleeps_endsTheRun() throws Exception {
    scheduler.after(ofDays(1), () -> {});
    FutureTask<Void> run = start(this::runToItsEnd);

    awaitSleepOf(run);
    scheduler.close();

    run.get();
  }

  @Test
  void closedScheduler_run_returnsAtOnce() throws InterruptedException {
    scheduler.after(ZERO, () -> entries.add("no"));
    scheduler.close();

    scheduler.run();
    scheduler.runUntilIdle();

    assertThat(entries).isEmpty();
  }

  @Test
  void runUntilIdle_withNothingPending_returnsAtOnce() throws InterruptedException {
    scheduler.runUntilIdle();

    assertThat(scheduler.isClosed()).isFalse();
  }

  @Test
  void runUntilIdle_withAChainOfEvents_returnsAfterTheLast() throws InterruptedException {
    scheduler.after(
        ofMillis(1),
        () -> {
          entries.add("first");
          scheduler.after(ofMillis(1), () -> entries.add("second"));
        });

    scheduler.runUntilIdle();

    assertThat(entries).containsExactly("first", "second");
  }

  @Test
  void lastEvent_cancelledWhileTheLoopSleeps_endsRunUntilIdle() throws Exception {
    Event last = scheduler.after(ofDays(1), () -> entries.add("no"));
    FutureTask<Void> run =
        start(
            () -> {
              scheduler.runUntilIdle();
              return null;
            });

    awaitSleepOf(run);
    assertThat(last.cancel()).isTrue();

    run.get();
    assertThat(entries).isEmpty();
  }

  @Test
  void earlierEvent_addedWhileTheLoopSleeps_runsAtOnce() throws Exception {
    scheduler.after(ofDays(1), () -> entries.add("no"));
    FutureTask<Void> run = start(this::runToItsEnd);

    awaitSleepOf(run);
    scheduler.after(
        ZERO,
        () -> {
          entries.add("woken");
          scheduler.close();
        });

    run.get();
    assertThat(entries).containsExactly("woken");
  }

  @Test
  void firstEvent_addedWhileTheLoopSleepsWithNothingToDo_runsAtOnce() throws Exception {
    FutureTask<Void> run = start(this::runToItsEnd);

    awaitSleepOf(run);
    scheduler.add("once", Trigger.after(ZERO), scheduler::close);

    run.get();
  }

  @Test
  void interrupt_whileTheLoopSleeps_endsTheRunWithTheQueueIntact() throws Exception {
    Event event = scheduler.after(ofDays(1), () -> entries.add("no"));
    FutureTask<Void> run = start(this::runToItsEnd);

    awaitSleepOf(run);
    lastStarted.interrupt();

    assertThatThrownBy(run::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(event.isPending()).isTrue();
    scheduler.after(ZERO, scheduler::close);
    scheduler.run();
  }

  @Test
  void interruptedThread_startingToDrive_isToldSoBeforeAnythingRuns() {
    scheduler.after(ZERO, () -> entries.add("no"));
    Thread.currentThread().interrupt();

    assertThatThrownBy(scheduler::run).isInstanceOf(InterruptedException.class);

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(entries).isEmpty();
    assertThat(scheduler.pending()).hasSize(1);
  }

  @Test
  void taskThatIsInterrupted_blocked_isReportedAndEndsTheRun() throws Exception {
    CountDownLatch blocked = new CountDownLatch(1);
    scheduler.add(
        "blocks",
        Trigger.every(ofHours(1)).startingAfter(ZERO),
        () -> {
          blocked.countDown();
          new CountDownLatch(1).await();
        });
    FutureTask<Void> run = start(this::runToItsEnd);

    blocked.await();
    lastStarted.interrupt();

    assertThatThrownBy(run::get).hasCauseInstanceOf(InterruptedException.class);
    assertThat(scheduler.pending()).extracting(PendingEvent::name).containsExactly("blocks");
  }

  @Test
  void secondThread_drivingToo_isRefusedWithBothNames() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch tried = new CountDownLatch(1);
    scheduler.after(
        ZERO,
        () -> {
          running.countDown();
          tried.await();
        });
    FutureTask<Void> run = start(this::runToItsEnd);
    lastStarted.setName("the driver");
    running.await();

    for (Attempt attempt : List.<Attempt>of(scheduler::run, scheduler::runUntilIdle)) {
      assertThatThrownBy(attempt::make)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("the driver")
          .hasMessageContaining(Thread.currentThread().getName());
    }
    assertThatThrownBy(scheduler::runDue).isInstanceOf(IllegalStateException.class);
    tried.countDown();
    scheduler.close();

    run.get();
  }

  @Test
  void secondThread_drivingWhileTheFirstSleeps_isRefused() throws Exception {
    FutureTask<Void> run = start(this::runToItsEnd);
    awaitSleepOf(run);

    assertThatThrownBy(scheduler::runDue)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("drives this scheduler");

    scheduler.close();
    run.get();
  }

  @Test
  void task_drivingItsOwnScheduler_isRefusedAndNothingElse() {
    List<Throwable> refusals = new ArrayList<>();
    scheduler.after(
        ZERO,
        () -> {
          for (Attempt attempt :
              List.<Attempt>of(scheduler::runDue, scheduler::run, scheduler::runUntilIdle)) {
            try {
              attempt.make();
            } catch (IllegalStateException e) {
              refusals.add(e);
            }
          }
        });
    scheduler.after(ZERO, () -> entries.add("after"));

    scheduler.runDue();

    assertThat(refusals)
        .hasSize(3)
        .allSatisfy(e -> assertThat(e).hasMessageContaining("tried to drive it"));
    assertThat(entries).containsExactly("after");
  }

  @Test
  void oneThreadAfterAnother_driving_isAllowed() throws Exception {
    for (int i = 0; i < 3; i++) {
      scheduler.after(ZERO, () -> entries.add(Thread.currentThread().getName()));
      FutureTask<Long> drive = start(scheduler::runDue);
      assertThat(drive.get()).isEqualTo(Scheduler.NEVER);
    }

    assertThat(entries).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void taskOfOneScheduler_drivingAnother_isAllowed() {
    Scheduler other = Scheduler.using(TimeSource.system()).build();
    other.after(ZERO, () -> entries.add("other"));
    scheduler.after(ZERO, other::runDue);

    scheduler.runDue();

    assertThat(entries).containsExactly("other");
  }

  @Test
  void questionsFromOtherThreads_whileATaskRuns_areAnswered() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    Event current =
        scheduler.after(
            ofSeconds(-1),
            () -> {
              running.countDown();
              asked.await();
            });
    ScheduledJob job = scheduler.add("job", Trigger.every(ofDays(1)), () -> {});
    FutureTask<Void> run = start(this::runToItsEnd);
    running.await();

    Event added = scheduler.after(ofHours(1), () -> {});
    assertThat(scheduler.pending())
        .extracting(PendingEvent::name)
        .containsExactly("one-shot: task of DrivingTest", "job");
    assertThat(scheduler.isIdle()).isFalse();
    assertThat(current.isPending()).isFalse();
    assertThat(added.isPending()).isTrue();
    assertThat(added.due()).isBefore(job.due());
    assertThat(added.cancel()).isTrue();
    assertThat(job.cancel()).isTrue();
    assertThat(scheduler.isIdle()).isTrue();
    assertThat(scheduler.jobs()).isEmpty();

    asked.countDown();
    scheduler.close();
    run.get();
  }

  // Starting threads, and waiting until one sleeps.

  private Thread lastStarted = Thread.currentThread();

  private <T> FutureTask<T> start(Callable<T> call) {
    FutureTask<T> task = new FutureTask<>(call);
    lastStarted = new Thread(task);
    lastStarted.start();
    return task;
  }

  private Void runToItsEnd() throws InterruptedException {
    scheduler.run();
    return null;
  }

  private void awaitSleepOf(FutureTask<?> run) {
    while (lastStarted.getState() != Thread.State.WAITING
        && lastStarted.getState() != Thread.State.TIMED_WAITING) {
      assertThat(run).isNotDone();
      Thread.onSpinWait();
    }
  }

  private interface Attempt {
    void make() throws InterruptedException;
  }
}
