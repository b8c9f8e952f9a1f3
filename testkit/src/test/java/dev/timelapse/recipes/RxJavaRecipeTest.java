package dev.timelapse.recipes;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * RxJava on a timeline: a scheduler made of a virtual executor, passed to the operators that take
 * time. {@link OnTimeline} adds the virtual {@code now}, which {@code timeInterval}, {@code
 * throttleFirst} and the periodic tasks of workers (as in {@code buffer} and {@code window} of a
 * time) compute with; {@code Schedulers.from} alone answers it from the machine's clock.
 *
 * <p>In real time remain: operators that are not given a scheduler ({@code
 * Schedulers.computation()}), and {@code blockingGet()} and its kin, for which {@code
 * time.futures().of(single.toCompletionStage()).join()} stands in.
 */
@ExtendWith(TimelapseExtension.class)
class RxJavaRecipeTest {

  private final List<String> log = new ArrayList<>();
  private Timeline time;
  private Scheduler scheduler;

  @BeforeEach
  void makeScheduler(Timeline timeline) {
    time = timeline;
    scheduler = new OnTimeline(timeline, Schedulers.from(timeline.executor(4)));
  }

  @Test
  void interval_ticksThroughAnHour() {
    Disposable ticks = Observable.interval(1, MINUTES, scheduler).subscribe(tick -> say("" + tick));

    time.advanceBy(ofHours(1));
    ticks.dispose();
    time.advanceBy(ofHours(1));

    assertThat(log).hasSize(60).startsWith("PT1M 0", "PT2M 1").endsWith("PT1H 59");
  }

  @Test
  void slowAnswer_timesOut_andIsRetriedAfterADelay() {
    Single<String> call =
        Single.<String>defer(
                () -> {
                  say("call");
                  return log.size() < 3
                      ? Single.never()
                      : Single.just("answer").delay(1, SECONDS, scheduler);
                })
            .timeout(2, SECONDS, scheduler)
            .retryWhen(failures -> failures.delay(10, SECONDS, scheduler));

    assertThat(time.futures().of(call.toCompletionStage()).join()).isEqualTo("answer");

    assertThat(log).containsExactly("PT0S call", "PT12S call", "PT24S call");
  }

  @Test
  void buffersOfATime_areCutInVirtualTime() {
    List<Integer> sizes = new ArrayList<>();

    Disposable cuts =
        Observable.interval(10, SECONDS, scheduler)
            .buffer(1, MINUTES, scheduler)
            .take(4)
            .subscribe(buffer -> sizes.add(buffer.size()));
    time.advanceBy(ofMinutes(10));

    assertThat(cuts.isDisposed()).isTrue();
    // The first cut comes before the sixth item, which is due at the same instant.
    assertThat(sizes).containsExactly(5, 6, 6, 6);
  }

  @Test
  void timeBetweenItems_isVirtual() {
    List<Long> seconds = new ArrayList<>();

    Disposable three =
        Observable.interval(30, SECONDS, scheduler)
            .timeInterval(SECONDS, scheduler)
            .take(3)
            .subscribe(timed -> seconds.add(timed.time()));
    time.advanceBy(ofMinutes(2));

    assertThat(three.isDisposed()).isTrue();
    assertThat(seconds).containsExactly(30L, 30L, 30L);
  }

  private void say(String what) {
    log.add(time.elapsed() + " " + what);
  }

  /** A scheduler whose clock, and whose workers' clock, is the timeline's. */
  static final class OnTimeline extends Scheduler {

    private final Timeline time;
    private final Scheduler delegate;

    OnTimeline(Timeline time, Scheduler delegate) {
      this.time = time;
      this.delegate = delegate;
    }

    @Override
    public long now(TimeUnit unit) {
      return unit.convert(time.timeSource().nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Worker createWorker() {
      Worker worker = delegate.createWorker();
      return new Worker() {
        @Override
        public long now(TimeUnit unit) {
          return OnTimeline.this.now(unit);
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
          return worker.schedule(task, delay, unit);
        }

        @Override
        public void dispose() {
          worker.dispose();
        }

        @Override
        public boolean isDisposed() {
          return worker.isDisposed();
        }
      };
    }
  }
}
