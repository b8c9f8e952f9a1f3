package dev.timelapse.scheduler.cron;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** Says numbers, days, weekdays and months in English. */
final class Words {

  /** From this many neighbours on, a list says "3 to 5" for 3, 4 and 5. */
  private static final int RUN = 3;

  /** From this many equal steps on, a list of days says "every 2nd day". */
  private static final int STEPS = 4;

  private Words() {}

  /** Returns for example "1, 5 to 8 and 20". */
  static String list(int[] values, IntFunction<String> name) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from < values.length) {
      int to = from;
      while (to + 1 < values.length && values[to + 1] == values[to] + 1) {
        to++;
      }
      if (to - from + 1 >= RUN) {
        parts.add(name.apply(values[from]) + " to " + name.apply(values[to]));
        from = to + 1;
      } else {
        parts.add(name.apply(values[from]));
        from++;
      }
    }
    return join(parts, "and");
  }

  /** Returns for example "a, b and c". */
  static String join(List<String> parts, String conjunction) {
    int last = parts.size() - 1;
    if (last < 1) {
      return String.join("", parts);
    }
    return String.join(", ", parts.subList(0, last)) + " " + conjunction + " " + parts.get(last);
  }

  /** Returns for example " of January", or " of each month" if no months are named. */
  static String of(String months) {
    return " of " + (months.isEmpty() ? "each month" : months);
  }

  /** Returns for example "1st". */
  static String ordinal(int number) {
    int tens = number / 10 % 10;
    String ending =
        switch (tens == 1 ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return number + ending;
  }

  /** Returns for example "the 1st and 15th". */
  static String daysOfMonth(Values days) {
    int[] all = days.toArray();
    int step = all.length < STEPS ? 1 : all[1] - all[0];
    for (int i = 1; i < all.length; i++) {
      if (all[i] - all[i - 1] != step) {
        step = 1;
      }
    }
    if (step > 1) {
      String every = "every " + ordinal(step) + " day from the ";
      return every + ordinal(days.first()) + " to the " + ordinal(days.last());
    }
    return "the " + list(all, Words::ordinal);
  }

  /** Returns for example "on Mondays and Fridays" or "on Mondays to Fridays". */
  static String onWeekdays(Values weekdays) {
    return "on " + list(mondayFirst(weekdays), weekday -> weekday(weekday % 7) + "s");
  }

  /** Returns for example "a Monday or Friday". */
  static String aWeekday(Values weekdays) {
    return "a " + join(weekdayNames(weekdays), "or");
  }

  /** Returns the name of a weekday, 0 for Sunday to 6 for Saturday. */
  static String weekday(int weekday) {
    return DayOfWeek.of(weekday == 0 ? 7 : weekday).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  /** Returns for example "January and March", or an empty text for all months. */
  static String months(Values months) {
    if (months.count() == 12) {
      return "";
    }
    return list(
        months.toArray(), month -> Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
  }

  private static List<String> weekdayNames(Values weekdays) {
    List<String> names = new ArrayList<>();
    for (int weekday : mondayFirst(weekdays)) {
      names.add(weekday(weekday % 7));
    }
    return names;
  }

  /** Returns weekdays from 1 for Monday to 7 for Sunday. */
  private static int[] mondayFirst(Values weekdays) {
    long sundayLast = weekdays.bits() | (weekdays.bits() & 1) << 7;
    return new Values(sundayLast & ~1L).toArray();
  }
}
