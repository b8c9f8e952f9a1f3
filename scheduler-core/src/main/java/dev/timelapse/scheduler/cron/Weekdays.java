package dev.timelapse.scheduler.cron;

/**
 * Days by their weekday.
 *
 * @param weekdays 0 for Sunday to 6 for Saturday
 */
record Weekdays(Values weekdays) implements DayRule {

  @Override
  public long daysOf(int length, int firstWeekday) {
    long days = 0;
    for (int day = 1; day <= length; day++) {
      if (weekdays.contains((firstWeekday + day - 1) % 7)) {
        days |= 1L << day;
      }
    }
    return days;
  }

  boolean isEveryDay() {
    return weekdays.count() == 7;
  }

  @Override
  public String words(String months) {
    if (isEveryDay()) {
      return months.isEmpty() ? "every day" : "every day in " + months;
    }
    return Words.onWeekdays(weekdays) + (months.isEmpty() ? "" : " in " + months);
  }
}
