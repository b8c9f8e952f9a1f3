package dev.timelapse.scheduler.cron;

/**
 * What a parser makes of the text of an expression.
 *
 * @param text the text in its normal form: capital letters, single blanks
 * @param times the local times it names
 * @param rate whether it is a rate, with a wildcard in its times of day, and not a daily time
 * @param words the same in English
 */
record Parsed(String text, LocalTimes times, boolean rate, String words) {

  static Parsed of(
      String text, TimesOfDay timesOfDay, boolean rate, Values months, DayRule days, Years years) {
    Dates dates = new Dates(years.set(), months, new DayTable(days));
    TimeWords time = new TimeWords(timesOfDay);
    String day = days.words(Words.months(months));
    boolean everyDay = time.coverTheDay() && day.equals("every day");
    String words = time + (everyDay ? "" : " " + day) + years.words();
    return new Parsed(text, new LocalTimes(dates, timesOfDay), rate, words);
  }
}
