package dev.timelapse.scheduler.benchmark.timeouts;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.concurrent.TimeUnit;

/** RxJava's {@code TestScheduler}, which looks for what is cancelled from end to end. */
final class RxJavaTimeouts implements Timeouts {

  private final TestScheduler scheduler = new TestScheduler();
  private final Scheduler.Worker worker = scheduler.createWorker();
  private final Disposable[] handles;
  private final Runnable task = this::expire;
  private long expired;

  RxJavaTimeouts(int handles) {
    this.handles = new Disposable[handles];
  }

  @Override
  public void schedule(int number) {
    handles[number] = worker.schedule(task, LENGTH, TimeUnit.NANOSECONDS);
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
    scheduler.advanceTimeBy(span, TimeUnit.NANOSECONDS);
  }

  @Override
  public long expired() {
    return expired;
  }

  private void expire() {
    expired++;
  }
}
