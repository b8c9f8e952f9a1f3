package dev.timelapse.scheduler.cron;

/** The days that a rule chooses, worked out beforehand for the 28 shapes a month can have. */
final class DayTable {

  private static final int SHORTEST = 28;
  private static final int LONGEST = 31;
  private static final int WEEKDAYS = 7;

  private final Values[] shapes = new Values[(LONGEST - SHORTEST + 1) * WEEKDAYS];

  DayTable(DayRule rule) {
    for (int length = SHORTEST; length <= LONGEST; length++) {
      for (int first = 0; first < WEEKDAYS; first++) {
        shapes[index(length, first)] = new Values(rule.daysOf(length, first));
      }
    }
  }

  /** Returns the days chosen in a month of {@code length} days that begins on a weekday. */
  Values in(int length, int firstWeekday) {
    return shapes[index(length, firstWeekday)];
  }

  private static int index(int length, int firstWeekday) {
    return (length - SHORTEST) * WEEKDAYS + firstWeekday;
  }
}
