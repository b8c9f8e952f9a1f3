package dev.timelapse.recipes;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.VirtualExecutor;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Resilience4j on a timeline. Retry and time limiter: their asynchronous forms take a scheduled
 * executor, which is a virtual one. A time limiter around a {@code Future} works too, if that comes
 * from a virtual executor. Circuit breaker: it is given the timeline's clock, and its time stamps
 * for the duration of calls.
 *
 * <p>In real time remain: the synchronous retry, which calls {@code Thread.sleep}; the automatic
 * transition of a circuit breaker from open to half-open, which has an executor of its own (without
 * it, the first call after the wait makes the transition); rate limiter and bulkhead, which park
 * the thread and read {@code System.nanoTime()}.
 */
@ExtendWith(TimelapseExtension.class)
class Resilience4jRecipeTest {

  private final List<String> log = new ArrayList<>();
  private Timeline time;
  private VirtualExecutor executor;

  @BeforeEach
  void makeExecutor(Timeline timeline) {
    time = timeline;
    executor = timeline.executor(4);
  }

  @Test
  void failingCalls_areRetriedWithBackoff() {
    Retry retry =
        Retry.of(
            "store",
            RetryConfig.custom()
                .maxAttempts(4)
                .intervalFunction(IntervalFunction.ofExponentialBackoff(ofSeconds(10), 3))
                .build());
    CompletionStage<String> call =
        Retry.decorateCompletionStage(
                retry,
                executor,
                () -> {
                  say("call");
                  return log.size() < 4
                      ? CompletableFuture.<String>failedFuture(new IllegalStateException("down"))
                      : CompletableFuture.completedFuture("up");
                })
            .get();

    assertThat(time.futures().of(call).join()).isEqualTo("up");

    assertThat(log).containsExactly("PT0S call", "PT10S call", "PT40S call", "PT2M10S call");
  }

  @Test
  void breakerOpens_andLetsOneThroughAfterItsWait() {
    CircuitBreaker breaker =
        CircuitBreaker.of(
            "store",
            CircuitBreakerConfig.custom()
                .clock(time.clock())
                .currentTimestampFunction(clock -> time.timeSource().nanoTime(), NANOSECONDS)
                .slidingWindowSize(4)
                .minimumNumberOfCalls(4)
                .slowCallDurationThreshold(ofSeconds(5))
                .slowCallRateThreshold(100)
                .waitDurationInOpenState(ofMinutes(10))
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
    Runnable call =
        CircuitBreaker.decorateRunnable(
            breaker,
            () -> {
              say("call");
              time.sleep(ofSeconds(6));
            });
    executor.scheduleAtFixedRate(() -> attempt(call), 0, 60, SECONDS);

    time.advanceBy(ofMinutes(14).plus(ofSeconds(30)));

    assertThat(log)
        .containsExactly(
            "PT0S call",
            "PT1M call",
            "PT2M call",
            "PT3M call",
            "PT4M refused",
            "PT5M refused",
            "PT6M refused",
            "PT7M refused",
            "PT8M refused",
            "PT9M refused",
            "PT10M refused",
            "PT11M refused",
            "PT12M refused",
            "PT13M refused",
            "PT14M call");
  }

  @Test
  void slowAnswer_isLimited_whetherAStageOrAFuture() {
    TimeLimiter limiter = TimeLimiter.of(ofSeconds(2));
    CompletionStage<String> stage =
        limiter.executeCompletionStage(executor, CompletableFuture::new);

    assertThatThrownBy(() -> time.futures().of(stage).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(TimeoutException.class);
    assertThat(time.elapsed()).isEqualTo(ofSeconds(2));
    assertThatThrownBy(
            () ->
                limiter.executeFutureSupplier(
                    () -> executor.submit(() -> time.sleep(ofMinutes(1)))))
        .isInstanceOf(TimeoutException.class);
    assertThat(time.elapsed()).isEqualTo(ofSeconds(4));
    time.runCurrent(); // the call that was too slow sees its interrupt
  }

  private void attempt(Runnable call) {
    try {
      call.run();
    } catch (CallNotPermittedException e) {
      say("refused");
    }
  }

  private void say(String what) {
    log.add(time.elapsed() + " " + what);
  }
}
