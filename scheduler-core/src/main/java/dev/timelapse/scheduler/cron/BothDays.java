package dev.timelapse.scheduler.cron;

/** Days that have both the number and the weekday. */
record BothDays(DaysOfMonth numbers, Weekdays weekdays) implements DayRule {

  @Override
  public long daysOf(int length, int firstWeekday) {
    return numbers.daysOf(length, firstWeekday) & weekdays.daysOf(length, firstWeekday);
  }

  @Override
  public String words(String months) {
    if (numbers.isEveryDay()) {
      return weekdays.words(months);
    }
    if (weekdays.isEveryDay()) {
      return numbers.words(months);
    }
    return numbers.words(months) + " if it is " + Words.aWeekday(weekdays.weekdays());
  }
}
