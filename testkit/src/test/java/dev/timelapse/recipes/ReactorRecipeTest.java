package dev.timelapse.recipes;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.testkit.Leftover;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Reactor on a timeline: a scheduler made of a virtual executor, passed to the operators that take
 * time, as the system under test must allow anyhow. {@link OnTimeline} adds the virtual {@code
 * now()}, which {@code elapsed}, {@code timestamp}, {@code timed}, and {@code cache} and {@code
 * replay} with a time to live, ask of the scheduler; {@code Schedulers.fromExecutorService} alone
 * answers it from the machine's clock.
 *
 * <p>In real time remain: operators that are not given a scheduler ({@code Mono.delay(d)} uses
 * {@code Schedulers.parallel()}), and {@code block()}, for which {@code
 * time.futures().of(mono.toFuture()).join()} stands in.
 */
@ExtendWith(TimelapseExtension.class)
class ReactorRecipeTest {

  private final List<String> log = new ArrayList<>();
  private Timeline time;
  private Scheduler scheduler;

  @BeforeEach
  void makeScheduler(Timeline timeline) {
    time = timeline;
    scheduler = new OnTimeline(timeline, Schedulers.fromExecutorService(timeline.executor(4)));
  }

  @Test
  void interval_ticksThroughAnHour() {
    Disposable ticks = Flux.interval(ofMinutes(1), scheduler).subscribe(tick -> say("" + tick));

    time.advanceBy(ofHours(1));
    ticks.dispose();
    time.advanceBy(ofHours(1));

    assertThat(log).hasSize(60).startsWith("PT1M 0", "PT2M 1").endsWith("PT1H 59");
  }

  @Test
  void slowAnswer_timesOut_andIsRetriedWithBackoff() {
    Mono<String> call =
        Mono.<String>defer(
                () -> {
                  say("call");
                  return log.size() < 3
                      ? Mono.<String>never()
                      : Mono.just("answer").delayElement(ofMillis(500), scheduler);
                })
            .timeout(ofSeconds(2), scheduler)
            .retryWhen(Retry.backoff(5, ofSeconds(10)).jitter(0).scheduler(scheduler));

    assertThat(time.futures().of(call.toFuture()).join()).isEqualTo("answer");

    assertThat(log).containsExactly("PT0S call", "PT12S call", "PT34S call");
    assertThat(time.elapsed()).isEqualTo(ofMillis(34_500));
  }

  @Test
  void timeBetweenElements_isVirtual() {
    List<Long> millis = new ArrayList<>();

    Flux.interval(ofSeconds(30), scheduler)
        .elapsed(scheduler)
        .take(3)
        .subscribe(tuple -> millis.add(tuple.getT1()));
    time.advanceBy(ofMinutes(2));

    assertThat(millis).containsExactly(30_000L, 30_000L, 30_000L);
  }

  @Test
  void cachedValue_livesForItsVirtualTime() {
    Mono<String> cached =
        Mono.fromSupplier(
                () -> {
                  say("load");
                  return "value";
                })
            .cache(ofMinutes(10), scheduler);

    time.allow(Leftover.PENDING_ONE_SHOTS); // the end of the second value's life
    for (int i = 0; i < 5; i++) {
      cached.subscribe();
      time.advanceBy(ofMinutes(4));
    }

    assertThat(log).containsExactly("PT0S load", "PT12M load");
  }

  @Test
  void errorAfterADelay_reachesTheSubscriber() {
    Mono.delay(ofHours(3), scheduler)
        .then(Mono.error(new IOException("refused")))
        .subscribe(value -> say("value"), failure -> say(failure.toString()));

    time.advanceBy(Duration.ofDays(1));

    assertThat(log).containsExactly("PT3H java.io.IOException: refused");
  }

  private void say(String what) {
    log.add(time.elapsed() + " " + what);
  }

  /** A scheduler whose clock is the timeline's. */
  record OnTimeline(Timeline time, Scheduler delegate) implements Scheduler {

    @Override
    public long now(TimeUnit unit) {
      return unit.convert(time.timeSource().nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Disposable schedule(Runnable task) {
      return delegate.schedule(task);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
      return delegate.schedule(task, delay, unit);
    }

    @Override
    public Disposable schedulePeriodically(
        Runnable task, long initialDelay, long period, TimeUnit unit) {
      return delegate.schedulePeriodically(task, initialDelay, period, unit);
    }

    @Override
    public Worker createWorker() {
      return delegate.createWorker();
    }
  }
}
