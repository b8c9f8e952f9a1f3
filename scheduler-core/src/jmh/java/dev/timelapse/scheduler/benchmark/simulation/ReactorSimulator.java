package dev.timelapse.scheduler.benchmark.simulation;

import dev.timelapse.scheduler.benchmark.Action;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Reactor's {@code VirtualTimeScheduler}. */
final class ReactorSimulator implements Simulator {

  private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();

  @Override
  public Order order() {
    return Order.FIFO;
  }

  @Override
  public void after(long delay, int priority, Action action) {
    scheduler.schedule(action, delay, TimeUnit.NANOSECONDS);
  }

  @Override
  public void every(long period, Action action) {
    scheduler.schedulePeriodically(action, period, period, TimeUnit.NANOSECONDS);
  }

  @Override
  public void advance(long span) {
    scheduler.advanceTimeBy(Duration.ofNanos(span));
  }
}
