package dev.timelapse.scheduler.cron;

/**
 * The first, second and so on of a weekday in the month; none in a month that has fewer.
 *
 * @param weekday 0 for Sunday to 6 for Saturday
 * @param number which one, 1 to 5, or {@link #LAST}
 */
record NthWeekday(int weekday, int number) implements DayRule {

  static final int LAST = 0;

  @Override
  public long daysOf(int length, int firstWeekday) {
    int first = 1 + Math.floorMod(weekday - firstWeekday, 7);
    int day = number == LAST ? first + (length - first) / 7 * 7 : first + (number - 1) * 7;
    return day > length ? 0 : 1L << day;
  }

  @Override
  public String words(String months) {
    String which = number == LAST ? "last" : Words.ordinal(number);
    return "on the " + which + " " + Words.weekday(weekday) + Words.of(months);
  }
}
