package dev.timelapse.samples.replay.history;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time, from its start, inclusive, to its end, exclusive.
 *
 * @param from the first instant of it
 * @param until the first instant after it
 */
public record Period(Instant from, Instant until) {

  /** Checks that the period is not empty. */
  public Period {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "the period begins at " + from + " and must end later, but ends at " + until);
    }
  }

  /** Returns how long it is. */
  public Duration length() {
    return Duration.between(from, until);
  }

  boolean touches(Outage outage) {
    return outage.start().isBefore(until) && outage.end().isAfter(from);
  }

  boolean contains(Outage outage) {
    return !outage.start().isBefore(from) && !outage.end().isAfter(until);
  }

  Outage cut(Outage outage) {
    Instant start = outage.start().isBefore(from) ? from : outage.start();
    Instant end = outage.end().isAfter(until) ? until : outage.end();
    return new Outage(outage.node(), start, end, outage.cause());
  }
}
