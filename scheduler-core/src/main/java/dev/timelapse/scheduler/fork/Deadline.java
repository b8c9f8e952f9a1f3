package dev.timelapse.scheduler.fork;

import dev.timelapse.scheduler.TimeSource;
import java.time.Duration;

/** A point on the machine's elapsed clock, which is the clock of real processes. */
final class Deadline {

  private static final TimeSource TIME = TimeSource.system();

  /** Longer than a machine runs, and far from overflow: 146 years. */
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline after(Duration duration) {
    Duration clamped = duration.compareTo(LONGEST) < 0 ? duration : LONGEST;
    return new Deadline(TIME.nanoTime() + clamped.toNanos());
  }

  boolean isPast() {
    return leftNanos() <= 0;
  }

  /** Returns how many nanoseconds are left, but no more than a given time. */
  long leftAtMost(Duration bound) {
    return Math.min(leftNanos(), bound.toNanos());
  }

  private long leftNanos() {
    return end - TIME.nanoTime();
  }
}
