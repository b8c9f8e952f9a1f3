package dev.timelapse.testkit.executor;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.testkit.Leftover;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.VirtualExecutor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResultsTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final VirtualExecutor executor = time.executor();
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void testGetsResult_timeMovesAsFarAsNeeded_andNoFurther() throws Exception {
    time.allow(Leftover.PENDING_ONE_SHOTS);
    ScheduledFuture<String> future = executor.schedule(() -> "done", 20, MINUTES);
    executor.schedule(() -> say("later"), 30, MINUTES);

    assertThat(future.get()).isEqualTo("done");
    assertThat(time.elapsed()).isEqualTo(ofMinutes(20));
    assertThat(future.get(1, HOURS)).isEqualTo("done");
    assertThat(executor.submit(() -> {}).get()).isNull();
    assertThat(executor.submit(() -> say("ran"), "given").get()).isEqualTo("given");
    assertThat(time.elapsed()).isEqualTo(ofMinutes(20));
    assertThat(log).containsExactly("PT20M ran");
  }

  @Test
  void testGetsResultInTime_timeMovesToTheResult_elseToTheTimeOut() throws Exception {
    ScheduledFuture<String> future = executor.schedule(() -> "done", 20, MINUTES);

    assertThatThrownBy(() -> future.get(5, MINUTES))
        .isInstanceOf(TimeoutException.class)
        .hasMessage(
            "\"task of ResultsTest\" on executor is not done after 5 MINUTES, at 2026-03-01T00:05:00Z"
                + " (day 1)");
    assertThat(time.elapsed()).isEqualTo(ofMinutes(5));
    assertThatThrownBy(() -> future.get(-1, MINUTES)).isInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> future.get(0, MINUTES)).isInstanceOf(TimeoutException.class);
    assertThat(time.elapsed()).isEqualTo(ofMinutes(5));
    assertThat(future.get(15, MINUTES)).isEqualTo("done");
    assertThat(time.elapsed()).isEqualTo(ofMinutes(20));
  }

  @Test
  void taskGetsResult_keepsItsWorkerUntilThen() {
    VirtualExecutor other = time.executor();
    executor.execute(
        () -> {
          try {
            say(other.submit(() -> slow("answer")).get());
          } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
          }
        });
    executor.execute(() -> say("behind"));

    time.advanceBy(ofHours(1));

    assertThat(log).containsExactly("PT40S answer", "PT40S behind");
  }

  @Test
  void taskGetsResultThatComesTooLate_timesOutInVirtualTime() {
    VirtualExecutor other = time.executor();
    executor.execute(
        () -> {
          Future<String> answer = other.submit(() -> slow("answer"));
          try {
            answer.get(30, SECONDS);
          } catch (TimeoutException e) {
            say("timed out");
            answer.cancel(true);
          } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
          }
        });

    time.advanceBy(ofHours(1));

    assertThat(log).containsExactly("PT30S timed out");
  }

  @Test
  void severalWaitForOneResult_allGoOnInTheOrderInWhichTheyCame() {
    VirtualExecutor waiters = time.executor(3);
    ScheduledFuture<String> future = executor.schedule(() -> "done", 1, MINUTES);
    for (String name : List.of("a", "b", "c")) {
      waiters.execute(
          () -> {
            try {
              say(name + " " + future.get());
            } catch (InterruptedException | ExecutionException e) {
              throw new AssertionError(e);
            }
          });
    }

    time.advanceBy(ofHours(1));

    assertThat(log).containsExactly("PT1M a done", "PT1M b done", "PT1M c done");
  }

  @Test
  void taskThrows_resultIsItsException() {
    Future<?> future =
        executor.submit(
            () -> {
              throw new IOException("refused");
            });

    assertThatThrownBy(future::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(IOException.class)
        .hasMessage("refused");
    assertThat(future.isDone()).isTrue();
    assertThat(future.isCancelled()).isFalse();
  }

  @Test
  void cancelledBeforeItsTime_neverRuns_andWhoWaitsIsTold() {
    ScheduledFuture<?> future = executor.schedule(() -> say("ran"), 1, HOURS);
    time.after(ofMinutes(1), () -> assertThat(future.cancel(false)).isTrue());

    assertThatThrownBy(future::get)
        .isInstanceOf(CancellationException.class)
        .hasMessage("\"task of ResultsTest\" on executor was cancelled");

    assertThat(time.elapsed()).isEqualTo(ofMinutes(1));
    assertThat(future.isCancelled()).isTrue();
    assertThat(future.isDone()).isTrue();
    assertThat(future.cancel(true)).isFalse();
    time.advanceBy(ofHours(2));
    assertThat(log).isEmpty();
  }

  @Test
  void cancelledWhileItWaits_withInterrupt_isInterruptedThere() {
    Future<?> future = executor.submit(this::sleepAnHour);
    time.after(ofMinutes(1), () -> future.cancel(true));
    executor.execute(() -> say("next, interrupted: " + Thread.currentThread().isInterrupted()));

    time.advanceBy(ofHours(2));

    assertThat(log).containsExactly("PT1M InterruptedException", "PT1M next, interrupted: false");
  }

  @Test
  void cancelledWhileItWaits_withoutInterrupt_endsInItsTime() {
    Future<?> future = executor.submit(this::sleepAnHour);
    time.after(ofMinutes(1), () -> future.cancel(false));

    time.advanceBy(ofHours(2));

    assertThat(future.isCancelled()).isTrue();
    assertThat(log).containsExactly("PT1H slept");
  }

  @Test
  void taskInterruptsItself_theNextOneOnItsWorkerIsNot() {
    executor.execute(() -> Thread.currentThread().interrupt());
    executor.execute(() -> say("interrupted: " + Thread.currentThread().isInterrupted()));

    time.runCurrent();

    assertThat(log).containsExactly("PT0S interrupted: false");
  }

  @Test
  void testIsInterruptedWhileItGets_getsAnInterruptedException() {
    time.allow(Leftover.PENDING_ONE_SHOTS);
    ScheduledFuture<?> future = executor.schedule(() -> say("ran"), 1, HOURS);
    Thread test = Thread.currentThread();
    time.after(ofMinutes(1), test::interrupt);
    time.after(ofMinutes(2), () -> time.sleep(ofMinutes(1)));

    assertThatThrownBy(future::get).isInstanceOf(InterruptedException.class);

    assertThat(Thread.interrupted()).isFalse();
    assertThat(time.elapsed()).isLessThan(ofHours(1));
  }

  @Test
  void recurringTaskThrows_itsSeriesEnds_andItsFutureHoldsTheException() {
    ScheduledFuture<?> future =
        executor.scheduleAtFixedRate(
            () -> {
              say("run");
              if (log.size() == 3) {
                throw new IllegalStateException("third");
              }
            },
            1,
            1,
            SECONDS);

    assertThatThrownBy(future::get).cause().hasMessage("third");

    time.advanceBy(ofSeconds(10));
    assertThat(log).containsExactly("PT1S run", "PT2S run", "PT3S run");
    assertThat(future.isDone()).isTrue();
    assertThat(time.recording().firings()).hasSize(3);
    assertThat(time.recording().firings().get(2).outcome())
        .isEqualTo("failed: IllegalStateException: third");
  }

  @Test
  void recurringTaskCancelledInItsOwnRun_runsNoMore() {
    List<ScheduledFuture<?>> self = new ArrayList<>();
    self.add(
        executor.scheduleAtFixedRate(
            () -> {
              say("run");
              self.get(0).cancel(false);
            },
            1,
            1,
            SECONDS));

    time.advanceBy(ofSeconds(10));

    assertThat(log).containsExactly("PT1S run");
    assertThatThrownBy(() -> self.get(0).get()).isInstanceOf(CancellationException.class);
    assertThat(time.pending()).isEmpty();
  }

  @Test
  void nothingEverCompletesIt_getWithTimeOutEndsThere() {
    ScheduledFuture<?> recurring = executor.scheduleAtFixedRate(() -> {}, 1, 1, HOURS);

    assertThatThrownBy(() -> recurring.get(10, HOURS)).isInstanceOf(TimeoutException.class);

    assertThat(time.elapsed()).isEqualTo(Duration.ofHours(10));
  }

  private void sleepAnHour() {
    try {
      time.sleep(ofHours(1));
      say("slept");
    } catch (Exception e) {
      say(e.getClass().getSimpleName());
    }
  }

  private String slow(String answer) {
    time.sleep(ofSeconds(40));
    return answer;
  }

  private void say(String what) {
    log.add(time.elapsed() + " " + what);
  }
}
