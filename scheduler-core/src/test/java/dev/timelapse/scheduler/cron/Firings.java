package dev.timelapse.scheduler.cron;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the firings of an expression for tests. */
final class Firings {

  private Firings() {}

  /** Returns the firings from one instant up to and including another, by {@code next}. */
  static List<Instant> forward(CronExpression expression, Instant from, Instant to) {
    List<Instant> firings = new ArrayList<>();
    Instant at = expression.next(from.minusNanos(1));
    while (at != null && !at.isAfter(to)) {
      firings.add(at);
      at = expression.next(at);
    }
    return firings;
  }

  /** Returns the same, in the same order, by {@code previous}. */
  static List<Instant> backward(CronExpression expression, Instant from, Instant to) {
    List<Instant> firings = new ArrayList<>();
    Instant at = expression.previous(to.plusNanos(1));
    while (at != null && !at.isBefore(from)) {
      firings.add(at);
      at = expression.previous(at);
    }
    Collections.reverse(firings);
    return firings;
  }
}
