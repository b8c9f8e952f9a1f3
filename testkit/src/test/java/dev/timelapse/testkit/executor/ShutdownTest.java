package dev.timelapse.testkit.executor;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.VirtualExecutor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShutdownTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final VirtualExecutor executor = time.executor();
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void shutDown_acceptsNothingMore_andSaysWhen() {
    time.advanceBy(ofHours(1));
    executor.shutdown();

    List<ThrowingCallable> attempts =
        List.of(
            () -> executor.execute(() -> say("no")),
            () -> executor.submit(() -> say("no")),
            () -> executor.submit(() -> say("no"), 1),
            () -> executor.submit(() -> 1),
            () -> executor.schedule(() -> say("no"), 1, SECONDS),
            () -> executor.schedule(() -> 1, 1, SECONDS),
            () -> executor.scheduleAtFixedRate(() -> say("no"), 1, 1, SECONDS),
            () -> executor.scheduleWithFixedDelay(() -> say("no"), 1, 1, SECONDS),
            () -> executor.invokeAll(List.of(() -> 1)),
            () -> executor.invokeAny(List.of(() -> 1)));

    for (ThrowingCallable attempt : attempts) {
      assertThatThrownBy(attempt)
          .isInstanceOf(RejectedExecutionException.class)
          .hasMessage(
              "\"task of ShutdownTest\" comes too late at 2026-03-01T01:00:00Z (day 1): executor"
                  + " (terminated, 0 of 1 workers busy, 0 queued)");
    }
    time.advanceBy(ofHours(1));
    assertThat(log).isEmpty();
  }

  @Test
  void shutDown_delayedTasksRunInTheirTime_recurringOnesAreCancelled() throws Exception {
    ScheduledFuture<?> once = executor.schedule(() -> say("once"), 10, SECONDS);
    ScheduledFuture<?> rate = executor.scheduleAtFixedRate(() -> say("rate"), 1, 1, SECONDS);
    ScheduledFuture<?> delay = executor.scheduleWithFixedDelay(() -> say("delay"), 1, 1, SECONDS);

    executor.shutdown();

    assertThat(executor.isShutdown()).isTrue();
    assertThat(executor.isTerminated()).isFalse();
    assertThat(rate.isCancelled()).isTrue();
    assertThat(delay.isCancelled()).isTrue();
    assertThat(executor.awaitTermination(1, HOURS)).isTrue();
    assertThat(executor.isTerminated()).isTrue();
    assertThat(once.isDone()).isTrue();
    assertThat(log).containsExactly("PT10S once");
    assertThat(time.elapsed()).isEqualTo(ofSeconds(10));
  }

  @Test
  void delayedTasksAreNotToRun_shutdownCancelsThem_butNotThoseThatAreDue() throws Exception {
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    Future<?> due = executor.submit(() -> say("due"));
    ScheduledFuture<?> delayed = executor.schedule(() -> say("delayed"), 10, SECONDS);

    executor.shutdown();

    assertThat(delayed.isCancelled()).isTrue();
    assertThat(due.isDone()).isFalse();
    assertThat(executor.awaitTermination(1, HOURS)).isTrue();
    assertThat(log).containsExactly("PT0S due");
  }

  @Test
  void recurringTasksAreToContinue_theyDoUntilCancelled() throws Exception {
    executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(true);
    ScheduledFuture<?> rate = executor.scheduleAtFixedRate(() -> say("rate"), 1, 1, SECONDS);
    executor.shutdown();

    assertThat(executor.awaitTermination(2500, MILLISECONDS)).isFalse();
    assertThat(log).containsExactly("PT1S rate", "PT2S rate");
    executor.setRemoveOnCancelPolicy(true);
    rate.cancel(false);

    assertThat(executor.isTerminated()).isTrue();
  }

  @Test
  void policyChangedAfterShutdown_givesUpWhatIsLeft() {
    executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(true);
    ScheduledFuture<?> rate = executor.scheduleAtFixedRate(() -> say("rate"), 1, 1, SECONDS);
    ScheduledFuture<?> once = executor.schedule(() -> say("once"), 1, HOURS);
    executor.shutdown();

    executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    assertThat(rate.isCancelled()).isTrue();
    assertThat(executor.isTerminated()).isFalse();
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    assertThat(once.isCancelled()).isTrue();
    assertThat(executor.isTerminated()).isTrue();
  }

  @Test
  void recurringTaskUnderWayAtShutdown_endsItsRun_andIsCancelledThen() throws Exception {
    ScheduledFuture<?> rate =
        executor.scheduleAtFixedRate(
            () -> {
              time.sleep(ofSeconds(30));
              say("ends");
            },
            1,
            60,
            SECONDS);
    time.advanceBy(ofSeconds(10));

    executor.shutdown();

    assertThat(rate.isCancelled()).isFalse();
    assertThat(executor.awaitTermination(1, HOURS)).isTrue();
    assertThat(log).containsExactly("PT31S ends");
    assertThat(rate.isCancelled()).isTrue();
  }

  @Test
  void policies_areThoseOfAScheduledThreadPoolExecutor() {
    assertThat(executor.getContinueExistingPeriodicTasksAfterShutdownPolicy()).isFalse();
    assertThat(executor.getExecuteExistingDelayedTasksAfterShutdownPolicy()).isTrue();
    assertThat(executor.getRemoveOnCancelPolicy()).isFalse();
    executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    executor.setRemoveOnCancelPolicy(true);
    assertThat(executor.getContinueExistingPeriodicTasksAfterShutdownPolicy()).isTrue();
    assertThat(executor.getExecuteExistingDelayedTasksAfterShutdownPolicy()).isFalse();
    assertThat(executor.getRemoveOnCancelPolicy()).isTrue();
  }

  @Test
  void stoppedNow_returnsWhatHasNotBegun_inOrder_andInterruptsWhatRuns() throws Exception {
    executor.execute(
        () -> {
          try {
            time.sleep(ofHours(5));
            say("slept");
          } catch (Exception e) {
            say(e.getClass().getSimpleName());
          }
        });
    ScheduledFuture<?> late = executor.schedule(() -> say("late"), 2, HOURS);
    ScheduledFuture<?> rate = executor.scheduleAtFixedRate(() -> say("rate"), 1, 1, HOURS);
    Future<?> queued = executor.submit(() -> say("queued"));
    time.advanceBy(ofMinutes(1));

    List<Runnable> left = executor.shutdownNow();

    assertThat(left).isEqualTo(List.of(queued, rate, late));
    assertThat(queued.isDone()).isFalse();
    assertThat(executor.isTerminated()).isFalse();
    assertThat(executor.awaitTermination(1, HOURS)).isTrue();
    assertThat(log).containsExactly("PT1M InterruptedException");
    assertThat(time.elapsed()).isEqualTo(ofMinutes(1));
    ((Runnable) queued).run();
    assertThat(log).hasSize(2);
  }

  @Test
  void cancelledTask_staysForWhoStopsNow_unlessItIsToBeRemoved() {
    ScheduledFuture<?> kept = executor.schedule(() -> say("kept"), 1, HOURS);
    ScheduledFuture<?> past = executor.schedule(() -> say("past"), 1, MINUTES);
    kept.cancel(false);
    past.cancel(false);
    executor.setRemoveOnCancelPolicy(true);
    executor.schedule(() -> say("removed"), 1, HOURS).cancel(false);
    assertThat(time.pending()).isEmpty();
    assertThat(time.advanceToNext()).isZero();
    assertThat(time.elapsed()).isEqualTo(Duration.ZERO);
    time.advanceBy(ofMinutes(2));

    assertThat(executor.shutdownNow()).isEqualTo(List.of(kept));
    assertThat(executor.isTerminated()).isTrue();
  }

  @Test
  void taskCancelledAfterShutdown_holdsUpTheTermination_unlessItIsToBeRemoved() throws Exception {
    VirtualExecutor removing = time.executor();
    removing.setRemoveOnCancelPolicy(true);
    ScheduledFuture<?> kept = executor.schedule(() -> say("kept"), 30, MINUTES);
    ScheduledFuture<?> removed = removing.schedule(() -> say("removed"), 30, MINUTES);
    executor.shutdown();
    removing.shutdown();

    kept.cancel(false);
    removed.cancel(false);

    assertThat(removing.isTerminated()).isTrue();
    assertThat(executor.isTerminated()).isFalse();
    assertThat(executor.awaitTermination(10, MINUTES)).isFalse();
    assertThat(executor.awaitTermination(1, HOURS)).isTrue();
    assertThat(time.elapsed()).isEqualTo(ofMinutes(30));
    assertThat(log).isEmpty();
  }

  @Test
  void awaitTermination_notShutDown_lastsForItsTimeOut() throws Exception {
    assertThat(executor.awaitTermination(10, MINUTES)).isFalse();
    assertThat(executor.awaitTermination(-1, MINUTES)).isFalse();

    assertThat(time.elapsed()).isEqualTo(ofMinutes(10));
  }

  @Test
  void taskAwaitsTerminationOfAnotherExecutor_goesOnWhenThatHasTerminated() {
    VirtualExecutor other = time.executor();
    other.schedule(() -> say("last"), 20, MINUTES);
    executor.execute(
        () -> {
          other.shutdown();
          try {
            say("terminated " + other.awaitTermination(1, HOURS));
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });

    time.advanceBy(ofHours(2));

    assertThat(log).containsExactly("PT20M last", "PT20M terminated true");
  }

  @Test
  void closed_waitsInVirtualTimeForWhatItHas() {
    executor.schedule(() -> say("last"), 20, MINUTES);

    executor.close();

    assertThat(executor.isTerminated()).isTrue();
    assertThat(log).containsExactly("PT20M last");
  }

  @Test
  void closedByInterruptedThread_interruptsTheTasks_andKeepsTheInterrupt() {
    executor.execute(
        () -> {
          try {
            time.sleep(ofHours(5));
          } catch (Exception e) {
            say(e.getClass().getSimpleName());
          }
        });
    time.runCurrent();

    Thread.currentThread().interrupt();
    executor.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(executor.isTerminated()).isTrue();
    assertThat(log).containsExactly("PT0S InterruptedException");
  }

  private void say(String what) {
    log.add(time.elapsed() + " " + what);
  }
}
