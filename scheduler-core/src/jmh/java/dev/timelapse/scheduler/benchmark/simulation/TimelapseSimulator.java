package dev.timelapse.scheduler.benchmark.simulation;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.Trigger;
import dev.timelapse.scheduler.benchmark.Action;
import dev.timelapse.scheduler.benchmark.SimulatedClock;
import java.time.Duration;

/** Ours, through its public API alone. */
final class TimelapseSimulator implements Simulator {

  private final SimulatedClock clock = new SimulatedClock();
  private final Scheduler scheduler = Scheduler.using(clock).build();
  private int jobs;

  @Override
  public Order order() {
    return Order.TOTAL;
  }

  @Override
  public void after(long delay, int priority, Action action) {
    scheduler.after(Duration.ofNanos(delay), priority, action);
  }

  @Override
  public void every(long period, Action action) {
    scheduler.add("job " + ++jobs, Trigger.every(Duration.ofNanos(period)), action);
  }

  @Override
  public void advance(long span) {
    clock.advance(scheduler, span);
  }
}
