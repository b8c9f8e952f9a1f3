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

  /** Returns firings at a distance of elapsed time, if the wall clock is not stepped. */
  static Plan each(Instant first, long periodNanos) {
    if (first.equals(Instant.MAX)) {
      return NONE;
    }
    return from -> {
      if (!from.isAfter(first)) {
        return first;
      }
      long past = Nanos.between(first, from);
      long periods = (past - 1) / periodNanos + 1;
      boolean ever = past != Nanos.NEVER && periods <= (Nanos.NEVER - 1) / periodNanos;
      return ever ? first.plusNanos(periods * periodNanos) : null;
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
