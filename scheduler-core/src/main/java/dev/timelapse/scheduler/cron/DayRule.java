package dev.timelapse.scheduler.cron;

/**
 * Chooses days of a month. The choice depends on nothing but how long the month is and on which
 * weekday it begins.
 */
interface DayRule {

  /**
   * Returns the chosen days as bits: bit {@code n} for the {@code n}-th.
   *
   * @param length the days of the month, 28 to 31
   * @param firstWeekday the weekday of the first, 0 for Sunday to 6 for Saturday
   */
  long daysOf(int length, int firstWeekday);

  /**
   * Returns the choice in words, for example "on the 1st of each month".
   *
   * @param months the months it is limited to, or an empty text
   */
  String words(String months);
}
