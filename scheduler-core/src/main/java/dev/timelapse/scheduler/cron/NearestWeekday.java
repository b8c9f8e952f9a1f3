package dev.timelapse.scheduler.cron;

/**
 * The day from Monday to Friday nearest a day of the month, without leaving the month; none in a
 * month that is too short for the day.
 */
record NearestWeekday(int day) implements DayRule {

  private static final int SUNDAY = 0;
  private static final int SATURDAY = 6;

  @Override
  public long daysOf(int length, int firstWeekday) {
    return day > length ? 0 : 1L << nearest(day, length, firstWeekday);
  }

  /** Returns the nearest to a day that the month has. */
  static int nearest(int day, int length, int firstWeekday) {
    int weekday = (firstWeekday + day - 1) % 7;
    if (weekday == SATURDAY) {
      return day == 1 ? 3 : day - 1;
    }
    if (weekday == SUNDAY) {
      return day == length ? day - 2 : day + 1;
    }
    return day;
  }

  @Override
  public String words(String months) {
    return "on the weekday nearest the " + Words.ordinal(day) + Words.of(months);
  }
}
