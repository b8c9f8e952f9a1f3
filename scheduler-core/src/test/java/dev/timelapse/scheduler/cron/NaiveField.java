package dev.timelapse.scheduler.cron;

import java.util.List;
import java.util.Locale;

/** A field of the naive model: tells whether its text admits a value, by walking its ranges. */
enum NaiveField {
  TIME(0, 59, ""),
  HOUR(0, 23, ""),
  DAY(1, 31, ""),
  MONTH(1, 12, "- JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
  UNIX_WEEKDAY(0, 7, "SUN MON TUE WED THU FRI SAT"),
  QUARTZ_WEEKDAY(1, 7, "- SUN MON TUE WED THU FRI SAT"),
  YEAR(1970, 2099, "");

  private final int min;
  private final int max;
  private final String names;

  NaiveField(int min, int max, String names) {
    this.min = min;
    this.max = max;
    this.names = names;
  }

  boolean admits(String text, int value) {
    for (String item : text.split(",", -1)) {
      String[] parts = item.split("/", -1);
      String[] ends = parts[0].split("-", -1);
      boolean all = ends[0].equals("*") || ends[0].isEmpty();
      int first = all ? min : number(ends[0]);
      int last =
          all || (parts.length == 2 && ends.length == 1) ? max : number(ends[ends.length - 1]);
      int step = parts.length == 2 ? Integer.parseInt(parts[1]) : 1;
      if (isOnTheWay(value, first, last, step)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOnTheWay(int value, int first, int last, int step) {
    int steps = 0;
    int at = first;
    while (at != value || steps % step != 0) {
      if (at == last) {
        return false;
      }
      at = at == max ? min : at + 1;
      steps++;
    }
    return true;
  }

  int number(String text) {
    int named = List.of(names.split(" ", -1)).indexOf(text.toUpperCase(Locale.ROOT));
    return named >= 0 ? named : Integer.parseInt(text);
  }
}
