package dev.timelapse.scheduler.micrometer;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import dev.timelapse.scheduler.Trigger;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SchedulerMetricsTest {

  private final ByHand time = new ByHand();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Scheduler scheduler = Scheduler.using(time).build();

  @Test
  void firings_ofJobsAndOneShots_areCountedAndTimed() {
    new SchedulerMetrics(scheduler, Tags.of("scheduler", "main")).bindTo(registry);
    scheduler.add("probe", Trigger.every(ofMinutes(1)), () -> time.elapsed += 2_000_000_000L);
    scheduler.add(
        "backup",
        Trigger.every(ofMinutes(2)),
        () -> {
          throw new IllegalStateException("disk full");
        });
    scheduler.after(ofSeconds(90), () -> {});

    time.elapsed = ofSeconds(60).toNanos();
    scheduler.runDue();
    time.elapsed = ofSeconds(123).toNanos();
    scheduler.runDue();

    assertThat(counter("timelapse.firings", "probe")).isEqualTo(2);
    assertThat(counter("timelapse.failures", "probe")).isZero();
    assertThat(counter("timelapse.firings", "backup")).isEqualTo(1);
    assertThat(counter("timelapse.failures", "backup")).isEqualTo(1);
    assertThat(counter("timelapse.firings", "one-shot")).isEqualTo(1);
    assertThat(seconds(timer("timelapse.duration", "probe"))).isEqualTo(4);
    // Three seconds late, the second time.
    assertThat(seconds(timer("timelapse.lateness", "probe"))).isEqualTo(3);
    assertThat(timer("timelapse.lateness", "probe").count()).isEqualTo(2);
    assertThat(seconds(timer("timelapse.lateness", "one-shot"))).isEqualTo(33);
  }

  @Test
  void gauge_readAtAnyTime_isTheNumberOfPendingEvents() {
    new SchedulerMetrics(scheduler, Tags.empty()).bindTo(registry);
    assertThat(pending()).isZero();

    scheduler.add("job", Trigger.every(ofMinutes(1)), () -> {});
    for (int i = 0; i < 100; i++) {
      scheduler.after(Duration.ofHours(1), () -> {}).cancel();
      scheduler.after(Duration.ofHours(1), () -> {});
    }

    assertThat(pending()).isEqualTo(101);
    scheduler.jobs().get(0).pause();
    assertThat(pending()).isEqualTo(100);
  }

  @Test
  void meters_allOfThem_areNamedTaggedAndDescribed() {
    new SchedulerMetrics(scheduler, Tags.of("scheduler", "main")).bindTo(registry);
    scheduler.add("probe", Trigger.every(ofMinutes(1)), () -> {});

    time.elapsed = ofMinutes(1).toNanos();
    scheduler.runDue();

    assertThat(registry.getMeters())
        .map(meter -> meter.getId().getType() + " " + meter.getId().getName())
        .containsExactlyInAnyOrder(
            "COUNTER timelapse.firings",
            "COUNTER timelapse.failures",
            "TIMER timelapse.lateness",
            "TIMER timelapse.duration",
            "GAUGE timelapse.pending");
    assertThat(registry.getMeters())
        .allSatisfy(
            meter -> {
              boolean gauge = meter.getId().getName().equals("timelapse.pending");
              assertThat(meter.getId().getTag("scheduler")).isEqualTo("main");
              assertThat(meter.getId().getTag("job")).isEqualTo(gauge ? null : "probe");
              assertThat(meter.getId().getDescription()).isNotBlank();
            });
  }

  @Test
  void binding_afterSomeFirings_countsFromThenOn() {
    scheduler.add("probe", Trigger.every(ofMinutes(1)), () -> {});
    time.elapsed = ofMinutes(1).toNanos();
    scheduler.runDue();

    new SchedulerMetrics(scheduler, Tags.empty()).bindTo(registry);
    assertThat(pending()).isEqualTo(1);
    assertThat(registry.find("timelapse.firings").counters()).isEmpty();
    time.elapsed = ofMinutes(2).toNanos();
    scheduler.runDue();

    assertThat(counter("timelapse.firings", "probe")).isEqualTo(1);
  }

  @Test
  void twoSchedulers_ofOneRegistry_areToldApartByTheirTags() {
    Scheduler other = Scheduler.using(time).build();
    new SchedulerMetrics(scheduler, Tags.of("scheduler", "main")).bindTo(registry);
    new SchedulerMetrics(other, Tags.of("scheduler", "other")).bindTo(registry);
    scheduler.add("probe", Trigger.every(ofMinutes(1)), () -> {});
    other.add("probe", Trigger.every(ofMinutes(1)), () -> {});
    other.after(ofMinutes(5), () -> {});

    time.elapsed = ofMinutes(1).toNanos();
    scheduler.runDue();

    assertThat(registry.get("timelapse.pending").tag("scheduler", "main").gauge().value())
        .isEqualTo(1);
    assertThat(registry.get("timelapse.pending").tag("scheduler", "other").gauge().value())
        .isEqualTo(2);
    assertThat(registry.get("timelapse.firings").counters())
        .singleElement()
        .satisfies(meter -> assertThat(meter.getId().getTag("scheduler")).isEqualTo("main"));
  }

  @Test
  void oneScheduler_boundToTwoRegistries_isCountedInBoth() {
    SimpleMeterRegistry second = new SimpleMeterRegistry();
    SchedulerMetrics metrics = new SchedulerMetrics(scheduler, Tags.empty());
    metrics.bindTo(registry);
    metrics.bindTo(second);

    scheduler.after(ofMinutes(1), () -> {});
    time.elapsed = ofMinutes(1).toNanos();
    scheduler.runDue();

    assertThat(counter("timelapse.firings", "one-shot")).isEqualTo(1);
    assertThat(second.get("timelapse.firings").counter().count()).isEqualTo(1);
  }

  private double pending() {
    return registry.get("timelapse.pending").gauge().value();
  }

  private double counter(String name, String job) {
    return registry.get(name).tag("job", job).counter().count();
  }

  private Timer timer(String name, String job) {
    return registry.get(name).tag("job", job).timer();
  }

  private static double seconds(Timer timer) {
    return timer.totalTime(TimeUnit.SECONDS);
  }

  private static final class ByHand implements TimeSource {

    private long elapsed;

    @Override
    public long nanoTime() {
      return elapsed;
    }

    @Override
    public Instant instant() {
      return Instant.EPOCH.plusNanos(elapsed);
    }
  }
}
