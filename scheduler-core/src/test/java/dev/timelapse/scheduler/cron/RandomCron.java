package dev.timelapse.scheduler.cron;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Writes expressions at random, the same ones for the same seed; each matches some date. */
final class RandomCron {

  private static final List<String> MONTHS =
      List.of("jan", "FEB", "Mar", "APR", "may", "JUN", "JUL", "aug", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> WEEKDAYS =
      List.of("sun", "MON", "Tue", "WED", "thu", "FRI", "SAT");

  private final SplittableRandom random;

  RandomCron(long seed) {
    this.random = new SplittableRandom(seed);
  }

  String expression(Dialect dialect) {
    return switch (dialect) {
      case UNIX -> unix();
      case QUARTZ -> quartz();
    };
  }

  private String unix() {
    String minute = list(() -> item(0, 59, List.of(), false));
    String hour = list(() -> item(0, 23, List.of(), false));
    String dayOfMonth = oneIn(2) ? "*" : list(() -> item(1, 28, List.of(), false));
    String month = oneIn(2) ? "*" : list(() -> item(1, 12, MONTHS, false));
    String dayOfWeek = oneIn(2) ? "*" : list(() -> item(0, 7, WEEKDAYS, false));
    return String.join(" ", minute, hour, dayOfMonth, month, dayOfWeek);
  }

  private String quartz() {
    String second = oneIn(2) ? number(0, 59) : list(() -> item(0, 59, List.of(), true));
    String minute = list(() -> item(0, 59, List.of(), true));
    String hour = list(() -> item(0, 23, List.of(), true));
    String month = oneIn(2) ? "*" : list(() -> item(1, 12, MONTHS, true));
    boolean byNumber = oneIn(2);
    String dayOfMonth = byNumber ? list(this::dayOfMonth) : "?";
    String dayOfWeek = byNumber ? "?" : list(this::dayOfWeek);
    String year = oneIn(4) ? " 1990-2099/" + number(1, 4) : "";
    return String.join(" ", second, minute, hour, dayOfMonth, month, dayOfWeek) + year;
  }

  /**
   * Returns an expression of the quartz dialect that Quartz itself takes at its word: names without
   * steps and not in one range with numbers, L, W and # not in lists.
   */
  String plainQuartz() {
    String second = oneIn(2) ? number(0, 59) : list(() -> item(0, 59, List.of(), true));
    String minute = list(() -> item(0, 59, List.of(), true));
    String hour = list(() -> item(0, 23, List.of(), true));
    String month = oneIn(2) ? "*" : list(() -> plainItem(1, 12, MONTHS));
    boolean byNumber = oneIn(2);
    String dayOfMonth = oneIn(2) ? dayOfMonth() : list(() -> item(1, 28, List.of(), true));
    String dayOfWeek = oneIn(2) ? specialWeekday() : list(() -> plainItem(1, 7, WEEKDAYS));
    String days = byNumber ? dayOfMonth + " " + month + " ?" : "? " + month + " " + dayOfWeek;
    return String.join(" ", second, minute, hour, days);
  }

  private String plainItem(int min, int max, List<String> names) {
    if (oneIn(2)) {
      return item(min, max, List.of(), true);
    }
    String name = names.get(random.nextInt(names.size()));
    return oneIn(2) ? name : name + "-" + names.get(random.nextInt(names.size()));
  }

  private String dayOfMonth() {
    return switch (random.nextInt(8)) {
      case 0 -> "L";
      case 1 -> "LW";
      case 2 -> "L-" + number(1, 27);
      case 3 -> "L-" + number(1, 27) + "W";
      case 4 -> number(1, 28) + "W";
      default -> item(1, 28, List.of(), true);
    };
  }

  private String dayOfWeek() {
    return oneIn(2) ? specialWeekday() : item(1, 7, WEEKDAYS, true);
  }

  private String specialWeekday() {
    String weekday = value(random.nextInt(1, 8), 1, WEEKDAYS);
    return switch (random.nextInt(4)) {
      case 0 -> "L";
      case 1 -> weekday + "L";
      default -> weekday + "#" + number(1, 4);
    };
  }

  /** Returns the minute and the hour of an expression that often fires in the small hours. */
  String timeOfDay() {
    String minute = oneIn(2) ? number(0, 59) : "*/" + number(1, 30);
    String another = oneIn(2) ? "" : "," + number(0, 59);
    String hour = oneIn(3) ? "*/" + number(1, 4) : number(0, 1) + "," + number(2, 3);
    return minute + (minute.startsWith("*") ? "" : another) + " " + hour;
  }

  ZoneId zone(List<ZoneId> zones) {
    return zones.get(random.nextInt(zones.size()));
  }

  /** Returns an instant of the years 2000 to 2090 that is not on a whole second. */
  Instant instant() {
    long start = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    long end = Instant.parse("2090-01-01T00:00:00Z").getEpochSecond();
    return Instant.ofEpochSecond(random.nextLong(start, end), random.nextInt(1, 1_000_000_000));
  }

  private String list(Supplier<String> item) {
    return oneIn(3) ? item.get() + "," + item.get() : item.get();
  }

  private String item(int min, int max, List<String> names, boolean quartz) {
    int a = random.nextInt(min, max + 1);
    int b = random.nextInt(min, max + 1);
    boolean swap = b < a && !quartz;
    String range = value(swap ? b : a, min, names) + "-" + value(swap ? a : b, min, names);
    String step = "/" + random.nextInt(1, max - min + 1);
    return switch (random.nextInt(7)) {
      case 0 -> "*";
      case 1 -> "*" + step;
      case 2 -> range;
      case 3 -> range + step;
      case 4 -> value(a, min, names) + (quartz ? step : "");
      default -> value(a, min, names);
    };
  }

  private String number(int min, int max) {
    return Integer.toString(random.nextInt(min, max + 1));
  }

  private String value(int value, int min, List<String> names) {
    boolean named = value - min < names.size() && oneIn(2);
    return named ? names.get(value - min) : Integer.toString(value);
  }

  private boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }
}
