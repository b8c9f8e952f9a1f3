package dev.timelapse.scheduler;

import java.time.Duration;
import java.time.Instant;

/**
 * The two clocks as one scheduler sees them: elapsed time since it was built, wall time, and the
 * steps between them.
 */
final class Clocks {

  /**
   * The difference between the clocks from which on it counts as a step. NTP slews a clock by at
   * most half a millisecond a second; what it adds up to below this bound is made good when a
   * wall-clock event comes due.
   */
  private static final Duration TOLERANCE = Duration.ofMillis(100);

  private final TimeSource time;
  private final long origin;
  private Instant anchor;
  private long anchorElapsed;

  Clocks(TimeSource time) {
    this.time = time;
    this.origin = time.nanoTime();
    this.anchor = time.instant();
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
    return Nanos.plus(elapsed(), Nanos.between(time.instant(), instant));
  }

  /** Returns the instant that the wall clock will show at an elapsed time, if it is not stepped. */
  Instant instantAt(long elapsed) {
    if (elapsed == Nanos.NEVER) {
      return Instant.MAX;
    }
    return time.instant().plusNanos(elapsed - elapsed());
  }

  /** Returns by how much the wall clock was stepped since the last call; zero if it was not. */
  Duration takeStep() {
    long elapsed = elapsed();
    Instant instant = time.instant();
    Duration step = Duration.between(anchor.plusNanos(elapsed - anchorElapsed), instant);
    if (step.abs().compareTo(TOLERANCE) < 0) {
      return Duration.ZERO;
    }
    anchor = instant;
    anchorElapsed = elapsed;
    return step;
  }

  /** Converts an elapsed time of this scheduler to a reading of the time source. */
  long nanoTimeAt(long elapsed) {
    return elapsed == Nanos.NEVER ? Nanos.NEVER : elapsed + origin;
  }
}
