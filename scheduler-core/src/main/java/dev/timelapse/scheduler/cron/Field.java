package dev.timelapse.scheduler.cron;

import java.util.Locale;

/** The fields of the dialects: what each is called, which numbers and which names it takes. */
enum Field {
  SECOND("second", 0, 59, ""),
  MINUTE("minute", 0, 59, ""),
  HOUR("hour", 0, 23, ""),
  DAY_OF_MONTH("day-of-month", 1, 31, ""),
  MONTH("month", 1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
  /** The day of the week as Vixie counts it: 0 and 7 are both Sunday. */
  UNIX_WEEKDAY("day-of-week", 0, 7, "SUN MON TUE WED THU FRI SAT"),
  /** The day of the week as Quartz counts it: 1 is Sunday. */
  QUARTZ_WEEKDAY("day-of-week", 1, 7, "SUN MON TUE WED THU FRI SAT"),
  YEAR("year", 1970, 2099, "");

  static final int NO_SUCH_NAME = -1;

  private static final int NAME_LENGTH = 3;

  private final String label;
  private final int min;
  private final int max;

  /** Names of three letters with single blanks between, in the order of the numbers from min. */
  private final String names;

  Field(String label, int min, int max, String names) {
    this.label = label;
    this.min = min;
    this.max = max;
    this.names = names;
  }

  String label() {
    return label;
  }

  int min() {
    return min;
  }

  int max() {
    return max;
  }

  /** Returns how many different values there are, the two Sundays of a week counted as one. */
  int size() {
    return this == UNIX_WEEKDAY ? 7 : max - min + 1;
  }

  boolean admits(int value) {
    return min <= value && value <= max;
  }

  /** Returns the number that {@code name} stands for in any case, or {@link #NO_SUCH_NAME}. */
  int numberOf(String name) {
    int index = names.indexOf(name.toUpperCase(Locale.ROOT));
    boolean isName = name.length() == NAME_LENGTH && index % (NAME_LENGTH + 1) == 0;
    return isName ? min + index / (NAME_LENGTH + 1) : NO_SUCH_NAME;
  }

  /** Returns what the field takes, in words for an error. */
  String allowed() {
    String numbers = min + " to " + max;
    return switch (this) {
      case MONTH -> numbers + " or JAN to DEC";
      case UNIX_WEEKDAY -> numbers + " (0 and 7 are Sunday) or SUN to SAT";
      case QUARTZ_WEEKDAY -> numbers + " (1 is Sunday) or SUN to SAT";
      default -> numbers;
    };
  }
}
