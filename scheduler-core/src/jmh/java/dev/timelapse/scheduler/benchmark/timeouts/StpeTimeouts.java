package dev.timelapse.scheduler.benchmark.timeouts;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The JDK's {@code ScheduledThreadPoolExecutor}, which removes what is cancelled. */
final class StpeTimeouts extends RealTimeouts<Future<?>> {

  private static final Runnable TASK = () -> {};

  private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);

  StpeTimeouts(int handles) {
    super(new Future<?>[handles]);
    executor.setRemoveOnCancelPolicy(true);
  }

  @Override
  Future<?> start() {
    return executor.schedule(TASK, LENGTH, TimeUnit.NANOSECONDS);
  }

  @Override
  boolean cancel(Future<?> handle) {
    return handle.cancel(false);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
