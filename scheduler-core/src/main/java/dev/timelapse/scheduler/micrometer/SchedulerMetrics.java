package dev.timelapse.scheduler.micrometer;

import dev.timelapse.scheduler.Scheduler;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apiguardian.api.API;

/**
 * Binds a scheduler's figures to a registry. From the binding on, each with the scheduler's tags
 * and, but for the gauge, a tag {@code job} that has the job's name or "one-shot":
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><th>Name</th><th>Kind</th><th>What</th></tr>
 * <tr><td>{@code timelapse.firings}</td><td>counter</td><td>runs that have ended</td></tr>
 * <tr><td>{@code timelapse.failures}</td><td>counter</td><td>those that failed</td></tr>
 * <tr><td>{@code timelapse.lateness}</td><td>timer</td><td>from due time to start</td></tr>
 * <tr><td>{@code timelapse.duration}</td><td>timer</td><td>from start to end</td></tr>
 * <tr><td>{@code timelapse.pending}</td><td>gauge</td><td>pending events</td></tr>
 * </table>
 *
 * <p>Durations are elapsed time of the scheduler's time source. A job's meters stay in the registry
 * when it ends, as is usual there.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@SuppressWarnings("exports") // Who uses this requires Micrometer anyhow; others must not need it.
public final class SchedulerMetrics implements MeterBinder {

  private final Scheduler scheduler;
  private final Tags tags;

  /**
   * Prepares the binding.
   *
   * @param scheduler the scheduler
   * @param tags what tells it apart from the process's other schedulers; may be empty
   */
  public SchedulerMetrics(Scheduler scheduler, Iterable<Tag> tags) {
    this.scheduler = scheduler;
    this.tags = Tags.of(tags);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("timelapse.pending", scheduler, Scheduler::pendingCount)
        .description("pending events")
        .tags(tags)
        .strongReference(true)
        .register(registry);
    scheduler.addListener(new FiringMeters(registry, tags));
  }
}
