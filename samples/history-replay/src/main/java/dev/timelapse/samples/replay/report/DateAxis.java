package dev.timelapse.samples.replay.report;

import dev.timelapse.samples.replay.history.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Chooses the dates at an axis of time: some ten of them, at local midnight. */
final class DateAxis {

  private static final int MOST_TICKS = 12;
  private static final int[] DAYS = {1, 2, 7};
  private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600};
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

  private DateAxis() {}

  /** Returns the dates, in order. */
  static List<LocalDate> ticks(Period period, ZoneId zone) {
    LocalDate first = LocalDate.ofInstant(period.from(), zone).plusDays(1);
    LocalDate last = LocalDate.ofInstant(period.until(), zone);
    for (int days : DAYS) {
      if (ChronoUnit.DAYS.between(first, last) / days < MOST_TICKS) {
        return from(first, last, ChronoUnit.DAYS, days);
      }
    }
    LocalDate month = first.withDayOfMonth(1);
    for (int months : MONTHS) {
      LocalDate start = month.withDayOfMonth(1);
      int over = (start.getYear() * 12 + start.getMonthValue() - 1) % months;
      start = start.minusMonths(over);
      while (start.isBefore(first)) {
        start = start.plusMonths(months);
      }
      if (ChronoUnit.MONTHS.between(start, last) / months < MOST_TICKS) {
        return from(start, last, ChronoUnit.MONTHS, months);
      }
    }
    return List.of();
  }

  /** Writes a date as short as its neighbours allow. */
  static String label(LocalDate date, List<LocalDate> ticks) {
    boolean allFirsts = ticks.stream().allMatch(tick -> tick.getDayOfMonth() == 1);
    return (allFirsts && ticks.size() > 1 ? MONTH : DAY).format(date);
  }

  private static List<LocalDate> from(LocalDate first, LocalDate last, ChronoUnit unit, int step) {
    List<LocalDate> ticks = new ArrayList<>();
    for (LocalDate date = first; !date.isAfter(last); date = date.plus(step, unit)) {
      ticks.add(date);
    }
    return ticks;
  }
}
