package dev.timelapse.scheduler;

import java.time.Duration;
import java.time.Instant;

/**
 * The two clocks as one scheduler sees them: elapsed time since it was built, wall time, and how
 * one maps to the other. The mapping is fixed between two calls of {@link #sync}, so that events of
 * one instant have one elapsed due time. The scheduler's owner alone renews it; any thread may
 * read.
 */
final class Clocks {

  /** How far the clocks may drift apart before the mapping is renewed. */
  private static final long DRIFT_NANOS = 10_000_000;

  /**
   * The change from which on it counts as a step, beside what slewing explains: NTP slews a clock
   * by at most half a millisecond a second.
   */
  private static final long STEP_NANOS = 100_000_000;

  private static final long SLEW_DIVISOR = 1_000;

  private final TimeSource time;
  private final long origin;

  private Mapping mapping;

  private long seenDrift;
  private long seenElapsed;
  private long stepNanos;

  Clocks(TimeSource time) {
    this.time = time;
    this.origin = time.nanoTime();
    this.mapping = new Mapping(time.instant(), 0);
  }

  /** Returns nanoseconds of elapsed time since the scheduler was built. */
  long elapsed() {
    return time.nanoTime() - origin;
  }

  Instant instant() {
    return time.instant();
  }

  /**
   * Returns the elapsed time at which the wall clock will show an instant, if it is not stepped.
   */
  long elapsedAt(Instant instant) {
    Mapping current = mapping;
    return Nanos.plus(current.elapsed, Nanos.between(current.instant, instant));
  }

  /** Returns the instant that the wall clock will show at an elapsed time, if it is not stepped. */
  Instant instantAt(long elapsed) {
    if (elapsed == Nanos.NEVER) {
      return Instant.MAX;
    }
    Mapping current = mapping;
    return Nanos.plus(current.instant, Nanos.plus(elapsed, -current.elapsed));
  }

  /**
   * Looks whether the clocks still agree, give or take what is not worth the trouble. Answers
   * whether the mapping was renewed, so that due times on the wall clock have to be computed
   * afresh.
   */
  boolean sync() {
    return sync(false);
  }

  /** As {@link #sync()}, to the nanosecond: for a wall clock that is known to have been stepped. */
  boolean syncExactly() {
    return sync(true);
  }

  /** Returns by how much the wall clock was stepped since the last call; zero if it was not. */
  Duration takeStep() {
    Duration step = Duration.ofNanos(stepNanos);
    stepNanos = 0;
    return step;
  }

  /** Converts an elapsed time of this scheduler to a reading of the time source. */
  long nanoTimeAt(long elapsed) {
    return elapsed == Nanos.NEVER ? Nanos.NEVER : Nanos.plus(elapsed, origin);
  }

  private boolean sync(boolean exactly) {
    long elapsed = elapsed();
    Instant instant = time.instant();
    long drift = Nanos.between(instantAt(elapsed), instant);
    long change = Nanos.plus(drift, -seenDrift);
    long slewed = exactly ? 1 : STEP_NANOS + (elapsed - seenElapsed) / SLEW_DIVISOR;
    if (Math.abs(change) >= slewed) {
      stepNanos = Nanos.plus(stepNanos, change);
    }
    seenDrift = drift;
    seenElapsed = elapsed;
    if (Math.abs(drift) < (exactly ? 1 : DRIFT_NANOS)) {
      return false;
    }
    mapping = new Mapping(instant, elapsed);
    seenDrift = 0;
    return true;
  }

  /** Two readings of the clocks at one moment. */
  private record Mapping(Instant instant, long elapsed) {}
}
