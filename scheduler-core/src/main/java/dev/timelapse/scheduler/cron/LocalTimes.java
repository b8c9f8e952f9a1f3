package dev.timelapse.scheduler.cron;

/**
 * The local dates and times of an expression, before any zone is thought of. They are counted in
 * local seconds: the seconds since 1970-01-01T00:00 on a clock that is never changed.
 */
record LocalTimes(Dates dates, TimesOfDay timesOfDay) {

  /** The answer when there is no such time. */
  static final long NONE = Long.MIN_VALUE;

  private static final int DAY = 86_400;

  /** Returns the first time that is not before {@code localSecond}, or {@link #NONE}. */
  long atLeast(long localSecond) {
    long today = Math.floorDiv(localSecond, DAY);
    long date = dates.atLeast(today);
    if (date == today) {
      int time = timesOfDay.atLeast(Math.floorMod(localSecond, DAY));
      if (time != TimesOfDay.NONE) {
        return date * DAY + time;
      }
      date = dates.atLeast(today + 1);
    }
    return date == Dates.NONE ? NONE : date * DAY + timesOfDay.first();
  }

  /** Returns the last time that is not after {@code localSecond}, or {@link #NONE}. */
  long atMost(long localSecond) {
    long today = Math.floorDiv(localSecond, DAY);
    long date = dates.atMost(today);
    if (date == today) {
      int time = timesOfDay.atMost(Math.floorMod(localSecond, DAY));
      if (time != TimesOfDay.NONE) {
        return date * DAY + time;
      }
      date = dates.atMost(today - 1);
    }
    return date == Dates.NONE ? NONE : date * DAY + timesOfDay.last();
  }

  /** Returns how many times there are from {@code start} to before {@code end}, local seconds. */
  long count(long start, long end) {
    if (end <= start) {
      return 0;
    }
    long startDay = Math.floorDiv(start, DAY);
    long endDay = Math.floorDiv(end, DAY);
    long count = dates.count(startDay, endDay) * timesOfDay.count();
    if (dates.atLeast(startDay) == startDay) {
      count -= timesOfDay.countBefore(Math.floorMod(start, DAY));
    }
    if (dates.atLeast(endDay) == endDay) {
      count += timesOfDay.countBefore(Math.floorMod(end, DAY));
    }
    return count;
  }

  /** Returns whether there is a time from {@code start} to before {@code end}, local seconds. */
  boolean anyWithin(long start, long end) {
    long first = atLeast(start);
    return first != NONE && first < end;
  }
}
