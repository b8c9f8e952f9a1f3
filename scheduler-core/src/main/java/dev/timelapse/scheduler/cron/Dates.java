package dev.timelapse.scheduler.cron;

import java.time.LocalDate;
import java.util.BitSet;

/** The dates of an expression, as days since 1970-01-01, within the years 1 to 9999. */
final class Dates {

  /** The answer when there is no such date. */
  static final long NONE = Long.MIN_VALUE;

  static final int FIRST_YEAR = 1;
  static final int LAST_YEAR = 9999;

  private static final long FIRST_DAY = LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(LAST_YEAR, 12, 31).toEpochDay();

  /** What to add to days since 1970-01-01, a Thursday, to make 0 a Sunday. */
  private static final int THURSDAY = 4;

  private final BitSet years;
  private final Values months;
  private final DayTable days;

  /** Makes the dates of {@code days} in {@code months} in {@code years}, which must not change. */
  Dates(BitSet years, Values months, DayTable days) {
    this.years = years;
    this.months = months;
    this.days = days;
  }

  boolean isEmpty() {
    return atLeast(FIRST_DAY) == NONE;
  }

  /** Returns the first date that is not before {@code epochDay}, or {@link #NONE}. */
  long atLeast(long epochDay) {
    if (epochDay > LAST_DAY) {
      return NONE;
    }
    LocalDate from = LocalDate.ofEpochDay(Math.max(epochDay, FIRST_DAY));
    int start = monthOf(from);
    int end = years.length() * 12;
    for (int month = start; month < end; month++) {
      if (admits(month)) {
        LocalDate first = firstOf(month);
        int day = daysIn(first).atLeast(month == start ? from.getDayOfMonth() : 1);
        if (day != Values.NONE) {
          return first.toEpochDay() + day - 1;
        }
      }
    }
    return NONE;
  }

  /** Returns the last date that is not after {@code epochDay}, or {@link #NONE}. */
  long atMost(long epochDay) {
    if (epochDay < FIRST_DAY) {
      return NONE;
    }
    LocalDate from = LocalDate.ofEpochDay(Math.min(epochDay, LAST_DAY));
    int start = monthOf(from);
    int end = years.nextSetBit(0) * 12;
    for (int month = start; month >= end; month--) {
      if (admits(month)) {
        LocalDate first = firstOf(month);
        int day = daysIn(first).atMost(month == start ? from.getDayOfMonth() : 31);
        if (day != Values.NONE) {
          return first.toEpochDay() + day - 1;
        }
      }
    }
    return NONE;
  }

  /** Returns how many dates there are from one day to before another, month by month. */
  long count(long startDay, long endDay) {
    long from = Math.max(startDay, FIRST_DAY);
    long to = Math.min(endDay - 1, LAST_DAY);
    if (from > to) {
      return 0;
    }
    LocalDate first = LocalDate.ofEpochDay(from);
    LocalDate last = LocalDate.ofEpochDay(to);
    int start = monthOf(first);
    int end = monthOf(last);
    long count = 0;
    for (int month = start; month <= end; month++) {
      if (admits(month)) {
        Values days = daysIn(firstOf(month));
        count += days.count();
        count -= month == start ? days.countBelow(first.getDayOfMonth()) : 0;
        count -= month == end ? days.count() - days.countBelow(last.getDayOfMonth() + 1) : 0;
      }
    }
    return count;
  }

  /** Returns the number of a month, counted through from January of the year 0. */
  private static int monthOf(LocalDate date) {
    return date.getYear() * 12 + date.getMonthValue() - 1;
  }

  private static LocalDate firstOf(int month) {
    return LocalDate.of(month / 12, month % 12 + 1, 1);
  }

  private boolean admits(int month) {
    return months.contains(month % 12 + 1) && years.get(month / 12);
  }

  private Values daysIn(LocalDate firstOfMonth) {
    int weekday = (int) Math.floorMod(firstOfMonth.toEpochDay() + THURSDAY, 7L);
    return days.in(firstOfMonth.lengthOfMonth(), weekday);
  }
}
