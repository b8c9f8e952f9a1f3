package dev.timelapse.scheduler.micrometer;

import dev.timelapse.scheduler.Firing;
import dev.timelapse.scheduler.SchedulerListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Keeps a job's meters at hand, so that a firing neither looks in the registry nor allocates. */
final class FiringMeters implements SchedulerListener {

  private final MeterRegistry registry;
  private final Tags tags;
  private final Map<String, Meters> byJob = new HashMap<>();

  FiringMeters(MeterRegistry registry, Tags tags) {
    this.registry = registry;
    this.tags = tags;
  }

  @Override
  public void started(Firing firing) {
    meters(firing).lateness.record(firing.latenessNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void succeeded(Firing firing) {
    ended(firing);
  }

  @Override
  public void failed(Firing firing, Throwable cause) {
    ended(firing).failures.increment();
  }

  private Meters ended(Firing firing) {
    Meters meters = meters(firing);
    meters.firings.increment();
    meters.duration.record(firing.durationNanos(), TimeUnit.NANOSECONDS);
    return meters;
  }

  private Meters meters(Firing firing) {
    Meters known = byJob.get(firing.name());
    if (known != null) {
      return known;
    }
    Meters meters = register(tags.and("job", firing.name()));
    byJob.put(firing.name(), meters);
    return meters;
  }

  private Meters register(Tags itsTags) {
    return new Meters(
        Counter.builder("timelapse.firings")
            .description("runs that have ended")
            .tags(itsTags)
            .register(registry),
        Counter.builder("timelapse.failures")
            .description("runs that have failed")
            .tags(itsTags)
            .register(registry),
        Timer.builder("timelapse.lateness")
            .description("time from due time to start")
            .tags(itsTags)
            .register(registry),
        Timer.builder("timelapse.duration")
            .description("time from start to end")
            .tags(itsTags)
            .register(registry));
  }

  private record Meters(Counter firings, Counter failures, Timer lateness, Timer duration) {}
}
