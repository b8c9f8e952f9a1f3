package dev.timelapse.scheduler.cron;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Writes expressions of the unix dialect at random, the same ones for the same seed. */
final class RandomUnix {

  private static final List<String> MONTHS =
      List.of("jan", "FEB", "Mar", "APR", "may", "JUN", "JUL", "aug", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> WEEKDAYS =
      List.of("sun", "MON", "Tue", "WED", "thu", "FRI", "SAT");

  private final SplittableRandom random;

  RandomUnix(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Returns an expression that some date matches. */
  String expression() {
    String minute = field(0, 59, List.of());
    String hour = field(0, 23, List.of());
    String dayOfMonth = oneIn(2) ? "*" : field(1, 28, List.of());
    String month = oneIn(2) ? "*" : field(1, 12, MONTHS);
    String dayOfWeek = oneIn(2) ? "*" : field(0, 7, WEEKDAYS);
    return String.join(" ", minute, hour, dayOfMonth, month, dayOfWeek);
  }

  ZoneId zone(List<ZoneId> zones) {
    return zones.get(random.nextInt(zones.size()));
  }

  /** Returns an instant of the years 1950 to 2110, rarely on a whole second. */
  Instant instant() {
    long start = Instant.parse("1950-01-01T00:00:00Z").getEpochSecond();
    long end = Instant.parse("2110-01-01T00:00:00Z").getEpochSecond();
    return Instant.ofEpochSecond(random.nextLong(start, end), random.nextInt(1_000_000_000));
  }

  private String field(int min, int max, List<String> names) {
    Supplier<String> item = () -> item(min, max, names);
    return oneIn(3) ? item.get() + "," + item.get() : item.get();
  }

  private String item(int min, int max, List<String> names) {
    int a = random.nextInt(min, max + 1);
    int b = random.nextInt(min, max + 1);
    String range = value(Math.min(a, b), min, names) + "-" + value(Math.max(a, b), min, names);
    int step = random.nextInt(1, max - min + 1);
    return switch (random.nextInt(6)) {
      case 0 -> "*";
      case 1 -> "*/" + step;
      case 2 -> range;
      case 3 -> range + "/" + step;
      default -> value(a, min, names);
    };
  }

  private String value(int value, int min, List<String> names) {
    boolean named = value - min < names.size() && oneIn(2);
    return named ? names.get(value - min) : Integer.toString(value);
  }

  private boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }
}
