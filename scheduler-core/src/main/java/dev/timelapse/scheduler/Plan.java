package dev.timelapse.scheduler;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The regular firings that a series has to come, as things stood at one moment. */
@FunctionalInterface
interface Plan {

  /** No firing to come. */
  Plan NONE = from -> null;

  /** Returns the first firing at an instant or after it, or null if there is none. */
  @Nullable Instant next(Instant from);

  /** Returns one firing. */
  static Plan once(Instant only) {
    return from -> from.isAfter(only) ? null : only;
  }

  /**
   * Returns firings at a distance of elapsed time.
   *
   * @param first the elapsed time of the first
   * @param course how the wall clock goes with it
   */
  static Plan each(long first, long periodNanos, Clocks.Course course) {
    if (first == Nanos.NEVER) {
      return NONE;
    }
    return from -> {
      long elapsed = course.elapsedAt(from);
      if (elapsed <= first) {
        return course.instantAt(first);
      }
      long past = Nanos.plus(elapsed, -first);
      long periods = (past - 1) / periodNanos + 1;
      boolean ever = elapsed != Nanos.NEVER && periods <= (Nanos.NEVER - 1) / periodNanos;
      return ever ? course.instantAt(Nanos.plus(first, periods * periodNanos)) : null;
    };
  }

  /**
   * Returns the firings of a calendar.
   *
   * @param first the instant from which on it counts
   * @param after the calendar: the first firing strictly after an instant
   */
  static Plan of(Instant first, Function<Instant, @Nullable Instant> after) {
    return from -> after.apply((from.isAfter(first) ? from : first).minusNanos(1));
  }
}
