package dev.timelapse.testkit.executor;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.VirtualExecutor;
import dev.timelapse.testkit.VirtualFutures;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VirtualFuturesTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final VirtualFutures futures = time.futures();
  private final VirtualExecutor executor = time.executor();
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void answerNeverComes_timeOutOfTheSystemsOwnStrikesInVirtualTime() {
    CompletableFuture<String> answer = futures.incomplete();
    CompletableFuture<String> guarded =
        answer.thenApply(String::trim).orTimeout(2, SECONDS).exceptionally(e -> "late: " + e);

    assertThat(guarded.join()).isEqualTo("late: " + notDoneAfter("PT2S"));
    assertThat(time.elapsed()).isEqualTo(ofSeconds(2));
    assertThat(answer.isDone()).isFalse();
  }

  @Test
  void answerComesInTime_timeOutIsNoEventOfTheTimeline() {
    CompletableFuture<String> answer = futures.incomplete();
    CompletableFuture<String> guarded = answer.thenApply(String::trim).orTimeout(2, SECONDS);
    answer.complete(" yes ");

    assertThat(guarded).isCompletedWithValue("yes");
    assertThat(time.pending()).isEmpty();
    assertThat(time.isIdle()).isTrue();
  }

  @Test
  void valueOnTimeOut_isASleepThatBlocksNobody() {
    futures.<String>incomplete().completeOnTimeout("slept", 40, SECONDS).thenAccept(this::say);

    time.advanceBy(ofSeconds(39));
    assertThat(log).isEmpty();
    time.advanceBy(ofSeconds(1));
    assertThat(log).containsExactly("PT40S slept");
  }

  @Test
  void plainFuture_timesOutInVirtualTime() {
    CompletableFuture<String> failing = new CompletableFuture<>();
    CompletableFuture<String> completing = new CompletableFuture<>();

    assertThat(futures.orTimeout(failing, ofMinutes(2))).isSameAs(failing);
    assertThat(futures.completeOnTimeout(completing, "default", ofMinutes(1))).isSameAs(completing);
    time.advanceBy(ofSeconds(61));

    assertThat(completing).isCompletedWithValue("default");
    assertThat(failing.isDone()).isFalse();
    time.advanceBy(ofMinutes(1));
    assertThatThrownBy(failing::join)
        .isInstanceOf(CompletionException.class)
        .hasCause(notDoneAfter("PT2M"));
  }

  @Test
  void plainFuture_isWaitedForInVirtualTime_byTheTest() throws Exception {
    CompletableFuture<String> answer = CompletableFuture.supplyAsync(this::slow, executor);

    assertThatThrownBy(() -> futures.of(answer).get(30, SECONDS))
        .isInstanceOf(TimeoutException.class)
        .hasMessage("not done after 30 SECONDS");
    assertThat(time.elapsed()).isEqualTo(ofSeconds(30));
    assertThat(futures.of(answer).join()).isEqualTo("answer");
    assertThat(time.elapsed()).isEqualTo(ofSeconds(40));
    assertThat(futures.of(answer).get(1, HOURS)).isEqualTo("answer");
  }

  @Test
  void plainFuture_isWaitedForInVirtualTime_byATask() {
    CompletableFuture<String> answer = CompletableFuture.supplyAsync(this::slow, executor);
    time.executor().execute(() -> say(futures.of(answer).join()));

    time.advanceBy(ofHours(1));

    assertThat(log).containsExactly("PT40S answer");
  }

  @Test
  void viewOfAFailedStage_failsAlike() {
    CompletableFuture<String> failed = CompletableFuture.failedFuture(new IllegalStateException());
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    cancelled.cancel(true);

    assertThatThrownBy(() -> futures.of(failed).get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> futures.of(failed).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> futures.of(cancelled).join())
        .isInstanceOf(CancellationException.class);
    assertThat(futures.of(cancelled)).isCancelled();
  }

  @Test
  void viewIsCancelled_theStageIsNot() {
    CompletableFuture<String> stage = new CompletableFuture<>();

    futures.of(stage).cancel(true);

    assertThat(stage.isDone()).isFalse();
  }

  @Test
  void asynchronousStages_runOnTheTimeline_sideBySide() {
    CompletableFuture<String> start = futures.incomplete();
    CompletableFuture<?> a = start.thenApplyAsync(text -> text + slow());
    CompletableFuture<?> b = start.thenApplyAsync(text -> text + slow());
    start.complete("an ");
    assertThat(a.isDone()).isFalse();

    time.advanceBy(ofSeconds(40));

    assertThat(a).isCompleted();
    assertThat(b).isCompleted();
    assertThat(a.join()).isEqualTo("an answer");
    assertThat(futures.incomplete().completeAsync(() -> "supplied").join()).isEqualTo("supplied");
    assertThat(time.recording().firings()).extracting("lane").containsOnly("async");
  }

  @Test
  void delayedExecutor_startsLater() {
    CompletableFuture<Void> done =
        CompletableFuture.runAsync(() -> say("ran"), futures.delayedExecutor(ofMinutes(5)));
    futures.delayedExecutor(Duration.ofNanos(-1)).execute(() -> say("at once"));

    time.advanceBy(ofMinutes(5));

    assertThat(done).isCompleted();
    assertThat(log).containsExactly("PT0S at once", "PT5M ran");
  }

  @Test
  void manyTimedOutGets_leaveNothingBehind_andTheNextIsWoken() throws Exception {
    CompletableFuture<String> answer = futures.incomplete();
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> answer.get(1, MINUTES)).isInstanceOf(TimeoutException.class);
    }
    assertThat(answer.getNumberOfDependents()).isEqualTo(1);
    time.after(ofMinutes(3), () -> answer.complete("at last"));

    assertThat(answer.get(1, HOURS)).isEqualTo("at last");
    assertThat(time.elapsed()).isEqualTo(ofMinutes(103));
  }

  @Test
  void waiterIsInterrupted_getThrows_joinGoesOn() {
    CompletableFuture<String> answer = futures.incomplete();
    executor.execute(
        () -> {
          try {
            answer.get();
          } catch (InterruptedException e) {
            say("interrupted");
          } catch (ExecutionException e) {
            throw new AssertionError(e);
          }
          say(answer.join() + ", still interrupted: " + Thread.interrupted());
        });
    time.after(ofMinutes(5), () -> answer.complete("done"));
    time.after(ofMinutes(1), executor::shutdownNow);
    time.after(ofMinutes(2), executor::shutdownNow);

    time.advanceBy(ofHours(1));

    assertThat(log).containsExactly("PT1M interrupted", "PT5M done, still interrupted: true");
  }

  private static TimeoutException notDoneAfter(String timeout) {
    return new TimeoutException("not done after " + timeout);
  }

  private String slow() {
    time.sleep(ofSeconds(40));
    return "answer";
  }

  private void say(String what) {
    log.add(time.elapsed() + " " + what);
  }
}
