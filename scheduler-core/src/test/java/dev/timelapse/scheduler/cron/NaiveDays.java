package dev.timelapse.scheduler.cron;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/** The dates of the naive model: looks at one date, and at its month day by day if need be. */
final class NaiveDays {

  private NaiveDays() {}

  static boolean unix(String[] fields, LocalDate date) {
    if (!NaiveField.MONTH.admits(fields[3], date.getMonthValue())) {
      return false;
    }
    boolean number = NaiveField.DAY.admits(fields[2], date.getDayOfMonth());
    int iso = date.getDayOfWeek().getValue();
    boolean weekday =
        NaiveField.UNIX_WEEKDAY.admits(fields[4], iso)
            || (iso == 7 && NaiveField.UNIX_WEEKDAY.admits(fields[4], 0));
    boolean starred = fields[2].startsWith("*") || fields[4].startsWith("*");
    return starred ? number && weekday : number || weekday;
  }

  static boolean quartz(String[] fields, LocalDate date) {
    boolean byNumber = fields[5].equals("?");
    return NaiveField.MONTH.admits(fields[4], date.getMonthValue())
        && (fields.length == 6 || NaiveField.YEAR.admits(fields[6], date.getYear()))
        && Stream.of(fields[byNumber ? 3 : 5].toUpperCase(Locale.ROOT).split(",", -1))
            .anyMatch(item -> byNumber ? isNumber(item, date) : isWeekday(item, date));
  }

  private static boolean isNumber(String item, LocalDate date) {
    if (!item.startsWith("L") && !item.endsWith("W")) {
      return NaiveField.DAY.admits(item, date.getDayOfMonth());
    }
    String day = item.replace("W", "");
    int number =
        switch (day) {
          case "L" -> date.lengthOfMonth();
          default ->
              day.startsWith("L")
                  ? date.lengthOfMonth() + Integer.parseInt(day.substring(1))
                  : Integer.parseInt(day);
        };
    if (number < 1 || number > date.lengthOfMonth()) {
      return false;
    }
    return item.endsWith("W")
        ? date.equals(nearestWeekday(date.withDayOfMonth(number)))
        : date.getDayOfMonth() == number;
  }

  private static LocalDate nearestWeekday(LocalDate wanted) {
    for (int distance = 0; ; distance++) {
      for (LocalDate date :
          new LocalDate[] {wanted.minusDays(distance), wanted.plusDays(distance)}) {
        if (date.getMonth() == wanted.getMonth() && date.getDayOfWeek().getValue() <= 5) {
          return date;
        }
      }
    }
  }

  private static boolean isWeekday(String item, LocalDate date) {
    int weekday = date.getDayOfWeek().getValue() % 7 + 1;
    if (item.equals("L")) {
      return weekday == 7;
    }
    if (item.endsWith("L")) {
      return weekday == NaiveField.QUARTZ_WEEKDAY.number(item.replace("L", ""))
          && date.plusDays(7).getMonth() != date.getMonth();
    }
    if (item.contains("#")) {
      String[] parts = item.split("#", -1);
      return weekday == NaiveField.QUARTZ_WEEKDAY.number(parts[0])
          && (date.getDayOfMonth() + 6) / 7 == Integer.parseInt(parts[1]);
    }
    return NaiveField.QUARTZ_WEEKDAY.admits(item, weekday);
  }
}
