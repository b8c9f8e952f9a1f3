package dev.timelapse.scheduler.benchmark.simulation;

import dev.timelapse.scheduler.benchmark.Action;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.test.TestCoroutineDispatchersKt;
import kotlinx.coroutines.test.TestCoroutineScheduler;
import kotlinx.coroutines.test.TestDispatcher;

/** The {@code TestCoroutineScheduler} of kotlinx-coroutines-test, whose unit is the millisecond. */
final class KotlinxSimulator implements Simulator {

  private final TestCoroutineScheduler scheduler = new TestCoroutineScheduler();
  private final TestDispatcher dispatcher =
      TestCoroutineDispatchersKt.StandardTestDispatcher(scheduler, null);

  @Override
  public Order order() {
    return Order.FIFO;
  }

  @Override
  public void after(long delay, int priority, Action action) {
    schedule(delay, action);
  }

  @Override
  public void every(long period, Action action) {
    Runnable firing =
        new Runnable() {
          @Override
          public void run() {
            action.run();
            schedule(period, this);
          }
        };
    schedule(period, firing);
  }

  @Override
  public void advance(long span) {
    // Runs what is due before the end, and then what is due at the end.
    scheduler.advanceTimeBy(span);
    scheduler.runCurrent();
  }

  private void schedule(long delay, Runnable action) {
    dispatcher.invokeOnTimeout(delay, action, EmptyCoroutineContext.INSTANCE);
  }
}
