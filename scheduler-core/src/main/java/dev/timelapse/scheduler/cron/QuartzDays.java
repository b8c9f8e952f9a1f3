package dev.timelapse.scheduler.cron;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the two fields of the quartz dialect that choose days, with their L, W and #. */
final class QuartzDays {

  /** A month has at most five of a weekday. */
  private static final int MAX_NUMBER = 5;

  private static final int MAX_BACK = 30;

  private static final int SATURDAY = 6;

  private QuartzDays() {}

  static DayRule ofMonth(Slice slice) {
    List<DayRule> rules = new ArrayList<>();
    List<Range> ranges = new ArrayList<>();
    for (Slice item : slice.items()) {
      String text = item.text().toUpperCase(Locale.ROOT);
      if (text.startsWith("L")) {
        rules.add(monthEnd(item, text));
      } else if (text.endsWith("W")) {
        Slice day = item.head(text.length() - 1);
        rules.add(new NearestWeekday(RangeParser.value(Field.DAY_OF_MONTH, day)));
      } else {
        ranges.add(RangeParser.parse(Field.DAY_OF_MONTH, item));
      }
    }
    if (!ranges.isEmpty()) {
      ParsedField numbers = new ParsedField(Field.DAY_OF_MONTH, slice, ranges);
      rules.add(0, new DaysOfMonth(numbers.values()));
    }
    return either(rules);
  }

  /** Reads {@code L}, {@code L-3}, {@code LW} and {@code L-3W}. */
  private static DayRule monthEnd(Slice item, String text) {
    boolean onWeekday = text.endsWith("W");
    String back = text.substring(1, text.length() - (onWeekday ? 1 : 0));
    if (back.isEmpty()) {
      return new MonthEnd(0, onWeekday);
    }
    int days = back.matches("-[0-9]{1,2}") ? Integer.parseInt(back.substring(1)) : -1;
    if (days < 0 || days > MAX_BACK) {
      throw item.error(
          "a day before the last of the month is written L-1 to L-30, the weekday nearest to it"
              + " L-1W to L-30W");
    }
    return new MonthEnd(days, onWeekday);
  }

  static DayRule ofWeek(Slice slice) {
    List<DayRule> rules = new ArrayList<>();
    List<Range> ranges = new ArrayList<>();
    for (Slice item : slice.items()) {
      int hash = item.indexOf('#');
      String text = item.text().toUpperCase(Locale.ROOT);
      if (hash >= 0) {
        rules.add(new NthWeekday(weekday(item.head(hash)), number(item, hash)));
      } else if (text.equals("L")) {
        ranges.add(new Range(SATURDAY + 1, SATURDAY + 1, 1, false));
      } else if (text.endsWith("L")) {
        rules.add(new NthWeekday(weekday(item.head(text.length() - 1)), NthWeekday.LAST));
      } else {
        ranges.add(RangeParser.parse(Field.QUARTZ_WEEKDAY, item));
      }
    }
    if (!ranges.isEmpty()) {
      ParsedField weekdays = new ParsedField(Field.QUARTZ_WEEKDAY, slice, ranges);
      rules.add(0, new Weekdays(new Values(weekdays.values().bits() >>> 1)));
    }
    return either(rules);
  }

  private static int weekday(Slice text) {
    return RangeParser.value(Field.QUARTZ_WEEKDAY, text) - 1;
  }

  private static int number(Slice item, int hash) {
    String number = item.tail(hash + 1).text();
    if (!number.matches("[1-" + MAX_NUMBER + "]")) {
      throw item.error("behind # stands which one of the month is meant, 1 to " + MAX_NUMBER);
    }
    return Integer.parseInt(number);
  }

  private static DayRule either(List<DayRule> rules) {
    return rules.size() == 1 ? rules.get(0) : new EitherDay(List.copyOf(rules));
  }
}
