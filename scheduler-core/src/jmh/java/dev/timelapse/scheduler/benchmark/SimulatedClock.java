package dev.timelapse.scheduler.benchmark;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import java.time.Instant;

/** Two clocks that one thread moves, as a simulation with a loop of its own would. */
public final class SimulatedClock implements TimeSource {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private long nanos;

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public Instant instant() {
    return START.plusNanos(nanos);
  }

  /** Moves both clocks, without a look at what is due on the way. */
  public void pass(long span) {
    nanos += span;
  }

  /**
   * Moves both clocks and stops at each due time on the way, and at the end, to run what is due.
   */
  public void advance(Scheduler scheduler, long span) {
    long end = nanos + span;
    long wait = scheduler.runDue();
    while (wait <= end - nanos) {
      nanos += wait;
      wait = scheduler.runDue();
    }
    nanos = end;
  }
}
