package dev.timelapse.scheduler.benchmark.timeouts;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Reactor's {@code VirtualTimeScheduler}, which looks for what is cancelled from end to end. */
final class ReactorTimeouts implements Timeouts {

  private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();
  private final Disposable[] handles;
  private final Runnable task = this::expire;
  private long expired;

  ReactorTimeouts(int handles) {
    this.handles = new Disposable[handles];
  }

  @Override
  public void schedule(int number) {
    handles[number] = scheduler.schedule(task, LENGTH, TimeUnit.NANOSECONDS);
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
    scheduler.advanceTimeBy(Duration.ofNanos(span));
  }

  @Override
  public long expired() {
    return expired;
  }

  private void expire() {
    expired++;
  }
}
