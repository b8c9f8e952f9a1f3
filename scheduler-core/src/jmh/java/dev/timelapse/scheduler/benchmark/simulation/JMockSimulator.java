package dev.timelapse.scheduler.benchmark.simulation;

import dev.timelapse.scheduler.benchmark.Action;
import java.util.concurrent.TimeUnit;
import org.jmock.lib.concurrent.DeterministicScheduler;

/** jMock's {@code DeterministicScheduler}, whose unit is the millisecond. */
final class JMockSimulator implements Simulator {

  private final DeterministicScheduler scheduler = new DeterministicScheduler();

  @Override
  public Order order() {
    return Order.FIFO;
  }

  @Override
  public void after(long delay, int priority, Action action) {
    scheduler.schedule((Runnable) action, delay, TimeUnit.MILLISECONDS);
  }

  @Override
  public void every(long period, Action action) {
    scheduler.scheduleAtFixedRate(action, period, period, TimeUnit.MILLISECONDS);
  }

  @Override
  public void advance(long span) {
    scheduler.tick(span, TimeUnit.MILLISECONDS);
  }
}
