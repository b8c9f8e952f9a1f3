package dev.timelapse.scheduler.benchmark.simulation;

import dev.timelapse.scheduler.benchmark.Action;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.concurrent.TimeUnit;

/** RxJava's {@code TestScheduler}, through a worker, which is its cheapest way. */
final class RxJavaSimulator implements Simulator {

  private final TestScheduler scheduler = new TestScheduler();
  private final Scheduler.Worker worker = scheduler.createWorker();

  @Override
  public Order order() {
    return Order.FIFO;
  }

  @Override
  public void after(long delay, int priority, Action action) {
    worker.schedule(action, delay, TimeUnit.NANOSECONDS);
  }

  @Override
  public void every(long period, Action action) {
    worker.schedulePeriodically(action, period, period, TimeUnit.NANOSECONDS);
  }

  @Override
  public void advance(long span) {
    scheduler.advanceTimeBy(span, TimeUnit.NANOSECONDS);
  }
}
