package dev.timelapse.scheduler.cron;

import java.time.LocalDate;

/**
 * The instants of an expression in a zone, in seconds since 1970-01-01T00:00Z.
 *
 * <p>Within one span of constant offset, local times and instants differ by a constant, so each
 * search walks from span to span and looks for a local time in the part of the span that counts:
 * the whole of it, or without the second, or the first, pass of an overlap. A gap between two spans
 * is asked for as a whole.
 */
record ZonedTimes(LocalTimes times, Spans spans, Gap gap, Overlap overlap) {

  /** The answer when there is no such instant. */
  static final long NONE = Long.MIN_VALUE;

  /**
   * More than two local times of one instant can differ, 36 hours. Behind a span that is at least
   * that long, no local time from before its start comes again, so the search can leap.
   */
  private static final long LEAP = 2 * 86_400;

  private static final long FIRST =
      LocalDate.of(Dates.FIRST_YEAR, 1, 1).toEpochDay() * 86_400 - LEAP;
  private static final long LAST =
      LocalDate.of(Dates.LAST_YEAR, 12, 31).toEpochDay() * 86_400 + LEAP;

  /** Returns the first instant that is not before {@code instant}, or {@link #NONE}. */
  long atLeast(long instant) {
    long from = Math.max(instant, FIRST);
    while (from <= LAST) {
      Span span = spans.at(from);
      if (from == span.start() && firesAtGapEnd(span)) {
        return from;
      }
      long start = Math.max(from, firstOf(span));
      long local = times.atLeast(start + span.offset());
      if (local != LocalTimes.NONE && local - span.offset() < endOf(span)) {
        return local - span.offset();
      }
      long next = Math.min(span.end(), LAST + 1);
      if (next - from >= LEAP) {
        if (local == LocalTimes.NONE) {
          return NONE;
        }
        next = Math.max(next, local - span.offset() - LEAP);
      }
      from = next;
    }
    return NONE;
  }

  /** Returns the last instant that is not after {@code instant}, or {@link #NONE}. */
  long atMost(long instant) {
    long to = Math.min(instant, LAST);
    while (to >= FIRST) {
      Span span = spans.at(to);
      long last = Math.min(to, endOf(span) - 1);
      long local = times.atMost(last + span.offset());
      if (local != LocalTimes.NONE && local - span.offset() >= firstOf(span)) {
        return local - span.offset();
      }
      if (firesAtGapEnd(span)) {
        return span.start();
      }
      long previous = Math.max(span.start(), FIRST) - 1;
      if (to - previous >= LEAP) {
        if (local == LocalTimes.NONE) {
          return NONE;
        }
        previous = Math.min(previous, local - span.offset() + LEAP);
      }
      to = previous;
    }
    return NONE;
  }

  /** Returns how many instants there are from {@code start} to before {@code end}. */
  long count(long start, long end) {
    long count = 0;
    long from = Math.max(start, FIRST);
    long to = Math.min(end, LAST);
    while (from < to) {
      Span span = spans.at(from);
      long first = Math.max(from, firstOf(span)) + span.offset();
      long last = Math.min(to, endOf(span)) + span.offset();
      count += times.count(first, last);
      if (from == span.start() && firesAtGapEnd(span) && times.atLeast(first) != first) {
        count++;
      }
      from = span.end();
    }
    return count;
  }

  private boolean firesAtGapEnd(Span span) {
    if (gap == Gap.SKIP || span.gap() == 0) {
      return false;
    }
    return times.anyWithin(span.start() + span.offsetBefore(), span.start() + span.offset());
  }

  private long firstOf(Span span) {
    return overlap == Overlap.FIRST ? span.startOfNews() : span.start();
  }

  private long endOf(Span span) {
    return overlap == Overlap.SECOND ? span.endOfUnrepeated() : span.end();
  }
}
