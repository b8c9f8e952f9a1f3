package dev.timelapse.recipes;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.VirtualExecutor;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.CountingMode;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Micrometer on a timeline: its {@code Clock} shows the timeline's, so that timers, long tasks and
 * the steps of step registries are virtual. In real time remains the publishing thread of
 * registries that push: call their {@code publish()} from a virtual executor instead.
 */
@ExtendWith(TimelapseExtension.class)
class MicrometerRecipeTest {

  private Timeline time;
  private MeterRegistry meters;

  @BeforeEach
  void makeRegistry(Timeline timeline) {
    time = timeline;
    meters = new SimpleMeterRegistry(new OneMinuteSteps(), new OnTimeline(timeline));
  }

  @Test
  void timer_measuresVirtualTime() {
    Timer timer = meters.timer("backup");
    VirtualExecutor executor = time.executor();
    executor.execute(timer.wrap(() -> time.sleep(ofSeconds(40))));
    executor.execute(timer.wrap(() -> time.sleep(ofSeconds(20))));

    time.advanceBy(ofMinutes(1));

    assertThat(timer.count()).isEqualTo(2);
    assertThat(timer.totalTime(SECONDS)).isEqualTo(60);
    assertThat(timer.max(SECONDS)).isEqualTo(40);
  }

  @Test
  void counterOfStepRegistry_showsTheLastStep() {
    Counter probes = meters.counter("probes");
    time.executor().scheduleAtFixedRate(probes::increment, 10, 10, SECONDS);

    time.advanceBy(ofSeconds(61));
    assertThat(probes.count()).isEqualTo(6);
    time.advanceBy(ofMinutes(1));
    assertThat(probes.count()).isEqualTo(6);
  }

  @Test
  void longTask_isActiveForItsVirtualTime() {
    LongTaskTimer copying = LongTaskTimer.builder("copying").register(meters);
    time.executor().execute(() -> copying.record(() -> time.sleep(ofMinutes(90))));

    time.advanceBy(ofMinutes(50));

    assertThat(copying.activeTasks()).isEqualTo(1);
    assertThat(copying.duration(SECONDS)).isEqualTo(3000);
    time.advanceUntilIdle();
    assertThat(copying.activeTasks()).isZero();
  }

  /** Micrometer's clock, showing a timeline's. */
  record OnTimeline(Timeline time) implements Clock {

    @Override
    public long wallTime() {
      return time.now().toEpochMilli();
    }

    @Override
    public long monotonicTime() {
      return time.timeSource().nanoTime();
    }
  }

  private static final class OneMinuteSteps implements SimpleConfig {

    @Override
    public String get(String key) {
      return null;
    }

    @Override
    public CountingMode mode() {
      return CountingMode.STEP;
    }

    @Override
    public Duration step() {
      return ofMinutes(1);
    }
  }
}
