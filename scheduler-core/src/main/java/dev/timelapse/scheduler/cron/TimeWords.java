package dev.timelapse.scheduler.cron;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says times of day in English. */
final class TimeWords {

  /** Up to this many times a day are given one by one. */
  private static final int LISTED = 6;

  private final Values seconds;
  private final Values minutes;
  private final Values hours;

  TimeWords(TimesOfDay times) {
    this.seconds = times.seconds();
    this.minutes = times.minutes();
    this.hours = times.hours();
  }

  /** Returns whether the words alone make clear that the times are those of every day. */
  boolean coverTheDay() {
    return !isListed() && period(hours, 24) > 0;
  }

  @Override
  public String toString() {
    if (isListed()) {
      return "at " + Words.join(listed(), "and");
    }
    if (!isZero(seconds)) {
      return secondsWords();
    }
    if (isZero(minutes)) {
      return wholeHours();
    }
    if (period(minutes, 60) > 0) {
      return every(period(minutes, 60), "minute") + withinHours();
    }
    return at("minute", minutes) + " of " + theHours();
  }

  private boolean isListed() {
    return seconds.count() * minutes.count() * hours.count() <= LISTED;
  }

  private List<String> listed() {
    List<String> times = new ArrayList<>();
    for (int hour : hours.toArray()) {
      for (int minute : minutes.toArray()) {
        for (int second : seconds.toArray()) {
          String seconds = isZero(this.seconds) ? "" : ":" + twoDigits(second);
          times.add(clock(hour, minute) + seconds);
        }
      }
    }
    return times;
  }

  private String secondsWords() {
    int period = period(seconds, 60);
    String what = period > 0 ? every(period, "second") : at("second", seconds);
    int minutePeriod = period(minutes, 60);
    if (minutePeriod == 1) {
      return what + (period > 0 ? "" : " of every minute") + withinHours();
    }
    if (minutePeriod > 1 && minutes.count() > 2) {
      return what + " of every " + Words.ordinal(minutePeriod) + " minute" + withinHours();
    }
    String which = Words.list(minutes.toArray(), Integer::toString);
    return what + " of " + plural("minute", minutes) + " " + which + " of " + theHours();
  }

  private String wholeHours() {
    int period = period(hours, 24);
    if (period > 0) {
      return every(period, "hour");
    }
    int[] run = run();
    if (run.length > 0) {
      return "every hour from " + clock(run[0], 0) + " to " + clock(run[1], 0);
    }
    return "at minute 0 of " + theHours();
  }

  /** Returns the hours as the end of a sentence about something that repeats within them. */
  private String withinHours() {
    if (period(hours, 24) == 1) {
      return "";
    }
    int[] run = run();
    if (run.length > 0) {
      return " from " + clock(run[0], minutes.first()) + " to " + clock(run[1], minutes.last());
    }
    return " in " + theHours();
  }

  private String theHours() {
    int period = period(hours, 24);
    if (period > 0) {
      return period == 1 ? "every hour" : "every " + Words.ordinal(period) + " hour";
    }
    return "the " + plural("hour", hours) + " " + Words.list(hours.toArray(), Integer::toString);
  }

  /** Returns the first and the last hour if the hours have no hole but the night, else nothing. */
  private int[] run() {
    if (hours.last() - hours.first() == hours.count() - 1) {
      return new int[] {hours.first(), hours.last()};
    }
    Values rest = new Values(~hours.bits() & Values.range(0, 23).bits());
    if (rest.last() - rest.first() == rest.count() - 1) {
      return new int[] {rest.last() + 1, rest.first() - 1};
    }
    return new int[0];
  }

  /** Returns n if the values are 0, n, 2n and so on, evenly through a round of size, else 0. */
  private static int period(Values values, int size) {
    int period = values.count() < 2 ? size : values.atLeast(1);
    if (values.count() < 2 || values.count() * period != size) {
      return 0;
    }
    for (int value : values.toArray()) {
      if (value % period != 0) {
        return 0;
      }
    }
    return period;
  }

  private static boolean isZero(Values values) {
    return values.bits() == 1;
  }

  private static String every(int period, String unit) {
    return period == 1 ? "every " + unit : "every " + period + " " + unit + "s";
  }

  private static String at(String unit, Values values) {
    return "at " + plural(unit, values) + " " + Words.list(values.toArray(), Integer::toString);
  }

  private static String plural(String unit, Values values) {
    return values.count() == 1 ? unit : unit + "s";
  }

  private static String clock(int hour, int minute) {
    return twoDigits(hour) + ":" + twoDigits(minute);
  }

  private static String twoDigits(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }
}
