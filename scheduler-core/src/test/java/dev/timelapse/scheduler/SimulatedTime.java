package dev.timelapse.scheduler;

import java.time.Duration;
import java.time.Instant;

/**
 * Two clocks that stand still until a test moves them, together or the wall clock alone. One thread
 * at a time moves them.
 */
@SuppressWarnings("NonAtomicVolatileUpdate")
final class SimulatedTime implements TimeSource {

  static final Instant START = Instant.parse("2026-03-27T00:00:00Z");

  private volatile long nanos;
  private volatile Instant instant;

  SimulatedTime() {
    // Far from zero, as System.nanoTime() may be.
    this(-7_000_000_000_000_000_000L, START);
  }

  SimulatedTime(long nanos, Instant instant) {
    this.nanos = nanos;
    this.instant = instant;
  }

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public Instant instant() {
    return instant;
  }

  /** Moves both clocks, without a look at what is due on the way: a stall, or a long task. */
  void pass(Duration duration) {
    nanos += duration.toNanos();
    instant = instant.plus(duration);
  }

  /** Sets the wall clock; elapsed time does not notice. */
  void stepWallClock(Duration by) {
    instant = instant.plus(by);
  }

  /** Drives a scheduler through some time, calling it exactly when it wants to be called. */
  void drive(Scheduler scheduler, Duration duration) {
    long end = nanos + duration.toNanos();
    long wait = scheduler.runDue();
    while (wait <= end - nanos) {
      pass(Duration.ofNanos(wait));
      wait = scheduler.runDue();
    }
    pass(Duration.ofNanos(Math.max(0, end - nanos)));
  }

  /** Drives a scheduler as {@code run()} would: it looks at the wall clock each second at least. */
  void driveLookingAtTheWallClock(Scheduler scheduler, Duration duration) {
    long end = nanos + duration.toNanos();
    while (nanos < end) {
      long wait = Math.min(scheduler.runDue(), 1_000_000_000L);
      pass(Duration.ofNanos(Math.min(wait, end - nanos)));
    }
    scheduler.runDue();
  }
}
