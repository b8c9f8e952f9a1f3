package dev.timelapse.samples.replay.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers, times and durations are written. */
final class Words {

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;
  private static final DateTimeFormatter TO_THE_MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private Words() {}

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String hours(Duration duration) {
    return String.format(Locale.ROOT, "%,.1f h", duration.toSeconds() / 3600.0);
  }

  static String percent(Duration part, Duration whole) {
    return String.format(Locale.ROOT, "%.4f %%", 100.0 * part.toSeconds() / whole.toSeconds());
  }

  /** Writes a duration in its two largest units, as in "3 d 4 h", "5 min" or "12.3 s". */
  static String span(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds >= DAY) {
      return units(seconds / DAY, "d", seconds % DAY / HOUR, "h");
    }
    if (seconds >= HOUR) {
      return units(seconds / HOUR, "h", seconds % HOUR / MINUTE, "min");
    }
    if (seconds >= MINUTE) {
      return units(seconds / MINUTE, "min", seconds % MINUTE, "s");
    }
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  private static String units(long large, String largeUnit, long small, String smallUnit) {
    String rest = small == 0 ? "" : " " + small + " " + smallUnit;
    return number(large) + " " + largeUnit + rest;
  }

  static String minute(Instant instant, ZoneId zone) {
    return TO_THE_MINUTE.format(instant.atZone(zone));
  }
}
