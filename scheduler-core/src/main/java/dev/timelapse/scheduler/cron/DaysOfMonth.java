package dev.timelapse.scheduler.cron;

/** Days by their number. */
record DaysOfMonth(Values days) implements DayRule {

  static final DaysOfMonth ALL = new DaysOfMonth(Values.range(1, 31));

  @Override
  public long daysOf(int length, int firstWeekday) {
    return days.bits() & Values.range(1, length).bits();
  }

  boolean isEveryDay() {
    return days.count() == 31;
  }

  @Override
  public String words(String months) {
    if (isEveryDay()) {
      return months.isEmpty() ? "every day" : "every day in " + months;
    }
    return "on " + Words.daysOfMonth(days) + Words.of(months);
  }
}
