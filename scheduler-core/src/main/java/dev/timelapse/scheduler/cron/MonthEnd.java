package dev.timelapse.scheduler.cron;

/**
 * A day counted back from the last of the month; none in a month that is too short for it.
 *
 * @param back how many days before the last, 0 for the last itself
 * @param onWeekday whether the nearest day from Monday to Friday in the same month is meant
 */
record MonthEnd(int back, boolean onWeekday) implements DayRule {

  @Override
  public long daysOf(int length, int firstWeekday) {
    int day = length - back;
    if (day < 1) {
      return 0;
    }
    return 1L << (onWeekday ? NearestWeekday.nearest(day, length, firstWeekday) : day);
  }

  @Override
  public String words(String months) {
    return "on the " + dayWords() + Words.of(months);
  }

  private String dayWords() {
    if (back == 0) {
      return onWeekday ? "last weekday" : "last day";
    }
    String day = Words.ordinal(back) + " day before the last";
    return onWeekday ? "weekday nearest the " + day : day;
  }
}
