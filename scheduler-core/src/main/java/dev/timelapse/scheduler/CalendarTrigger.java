package dev.timelapse.scheduler;

import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A series of instants on the wall clock. Users implement it for calendars of their own (trading
 * days, tides); cron expressions come from {@link Trigger#cron(String, java.time.ZoneId)}. An
 * implementation is a pure function: the same argument gives the same answer. Its {@code toString}
 * stands in reports.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public non-sealed interface CalendarTrigger extends Trigger {

  /**
   * Returns the first instant of the series that is strictly after another.
   *
   * @param after any instant
   * @return the next instant of the series, or null if there is none: the job then ends
   */
  @Nullable Instant next(Instant after);

  /**
   * Returns whether the series is a rate, such as "every 15 minutes", rather than a set of dates
   * with times. It matters when the wall clock is set back: a rate goes on by the new time, whereas
   * a time of day that has already fired does not fire again if it is at most three hours ahead by
   * the new time. What is further ahead fires by the new time.
   *
   * @return false unless overridden
   */
  default boolean isRate() {
    return false;
  }

  /**
   * Returns how many firings there are after an instant and not after another. It is asked when
   * firings were missed, and should not go through them one by one: there may be millions.
   *
   * @param after the instant strictly after which to count
   * @param until the instant up to which to count, itself included
   * @return the number; unless overridden, 1 stands for one or more
   */
  default long count(Instant after, Instant until) {
    Instant next = next(after);
    return next == null || next.isAfter(until) ? 0 : 1;
  }
}
