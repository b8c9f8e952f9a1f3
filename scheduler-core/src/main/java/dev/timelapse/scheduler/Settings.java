package dev.timelapse.scheduler;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a scheduler was built with, beside its first jobs and listeners.
 *
 * @param time its clocks
 * @param random what jitter is drawn from, if there is any
 * @param clockSteps what calendar jobs do when the wall clock is stepped
 * @param lateNanos the lateness that is still in order; never if any is
 * @param slowNanos the duration that is still in order; never if any is
 */
record Settings(
    TimeSource time,
    @Nullable RandomGenerator random,
    ClockSteps clockSteps,
    long lateNanos,
    long slowNanos) {

  /** Returns whether anything is told of late or slow one-shots. */
  boolean watches() {
    return lateNanos != Nanos.NEVER || slowNanos != Nanos.NEVER;
  }
}
