package dev.timelapse.scheduler;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The ways to drive a loop, each on the thread that calls. */
final class Driver {

  private final Loop loop;
  private final Schedule schedule;
  private final Firer firer;
  private final @Nullable Simulation simulation;

  Driver(Loop loop, Schedule schedule, Firer firer, @Nullable Simulation simulation) {
    this.loop = loop;
    this.schedule = schedule;
    this.firer = firer;
    this.simulation = simulation;
  }

  /** Runs what is due, and answers how long until there is more. */
  long runDue() {
    loop.startDriving();
    try {
      while (loop.isOpen()) {
        loop.drain();
        firer.noticeWallClock();
        long wait = schedule.nextWait();
        if (wait > 0) {
          schedule.queue.sweepIfIdle();
          return wait;
        }
        firer.fireFirst();
      }
      return Nanos.NEVER;
    } finally {
      loop.stopDriving();
    }
  }

  /** Runs the earliest event if it is due. Answers whether a task ran. */
  boolean runNext() {
    loop.startDriving();
    try {
      loop.drain();
      return loop.isOpen() && schedule.nextWait() <= 0 && firer.fireFirst();
    } finally {
      loop.stopDriving();
    }
  }

  /** Runs events as they come due. */
  void run(boolean untilIdle) throws InterruptedException {
    if (simulation != null) {
      throw new IllegalStateException(
          "this scheduler's time is simulated and stands still while run() blocks: advance the timeline, which runs it");
    }
    loop.startDriving();
    try {
      while (loop.isOpen()) {
        loop.drain();
        if (untilIdle && schedule.queue.isEmpty()) {
          return;
        }
        if (Thread.interrupted()) {
          throw new InterruptedException(
              "interrupted while driving a scheduler; its queue is intact");
        }
        firer.noticeWallClock();
        long wait = schedule.nextWait();
        if (wait > 0) {
          sleep(wait);
        } else {
          firer.fireFirst();
        }
      }
    } finally {
      loop.stopDriving();
    }
  }

  /** Sleeps, with the ownership given up, until something is due or another thread wakes us. */
  private void sleep(long wait) {
    schedule.queue.sweepIfIdle();
    long nanos = loop.fallAsleep(wait);
    if (nanos > 0) {
      LockSupport.parkNanos(loop, nanos);
    }
    loop.awake();
  }
}
