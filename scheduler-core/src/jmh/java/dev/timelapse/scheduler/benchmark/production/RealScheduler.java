package dev.timelapse.scheduler.benchmark.production;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import dev.timelapse.scheduler.benchmark.Action;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A scheduler in real time with a thread of its own, with default settings. */
interface RealScheduler extends AutoCloseable {

  void after(long delayNanos, Action action);

  @Override
  void close();

  /** Starts ours, driven as in production. */
  static RealScheduler timelapse() {
    Scheduler scheduler = Scheduler.using(TimeSource.system()).build();
    start(scheduler);
    return new RealScheduler() {
      @Override
      public void after(long delayNanos, Action action) {
        scheduler.after(Duration.ofNanos(delayNanos), action);
      }

      @Override
      public void close() {
        scheduler.close();
      }
    };
  }

  /** Starts the JDK's {@code ScheduledThreadPoolExecutor} with one thread. */
  static RealScheduler stpe() {
    ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    executor.prestartAllCoreThreads();
    return new RealScheduler() {
      @Override
      public void after(long delayNanos, Action action) {
        executor.schedule((Runnable) action, delayNanos, TimeUnit.NANOSECONDS);
      }

      @Override
      public void close() {
        executor.shutdownNow();
      }
    };
  }

  /** Drives a scheduler on a thread of its own until it is closed. */
  static void start(Scheduler scheduler) {
    Thread thread =
        new Thread(
            () -> {
              try {
                scheduler.run();
              } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts this thread", e);
              }
            },
            "timelapse");
    thread.setDaemon(true);
    thread.start();
  }
}
