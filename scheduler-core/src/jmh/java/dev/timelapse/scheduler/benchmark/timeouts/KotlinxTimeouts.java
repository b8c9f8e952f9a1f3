package dev.timelapse.scheduler.benchmark.timeouts;

import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.DisposableHandle;
import kotlinx.coroutines.test.TestCoroutineDispatchersKt;
import kotlinx.coroutines.test.TestCoroutineScheduler;
import kotlinx.coroutines.test.TestDispatcher;

/** The {@code TestCoroutineScheduler} of kotlinx-coroutines-test, whose unit is the millisecond. */
final class KotlinxTimeouts implements Timeouts {

  private final TestCoroutineScheduler scheduler = new TestCoroutineScheduler();
  private final TestDispatcher dispatcher =
      TestCoroutineDispatchersKt.StandardTestDispatcher(scheduler, null);
  private final DisposableHandle[] handles;
  private final Runnable task = this::expire;
  private long expired;

  KotlinxTimeouts(int handles) {
    this.handles = new DisposableHandle[handles];
  }

  @Override
  public void schedule(int number) {
    handles[number] = dispatcher.invokeOnTimeout(LENGTH, task, EmptyCoroutineContext.INSTANCE);
  }

  @Override
  public boolean cancel(int number) {
    handles[number].dispose();
    return true;
  }

  @Override
  public void leave(int number) {
    handles[number] = null;
  }

  @Override
  public void advance(long span) {
    scheduler.advanceTimeBy(span);
  }

  @Override
  public long expired() {
    return expired;
  }

  private void expire() {
    expired++;
  }
}
