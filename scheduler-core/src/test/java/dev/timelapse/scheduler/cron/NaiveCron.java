package dev.timelapse.scheduler.cron;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The unix dialect by brute force, as a model for tests: every local minute is held against the
 * text of every field, and the zone's rules are asked what the matching minute means. Shares no
 * code with what it is a model of; slow and plain.
 */
final class NaiveCron {

  private static final List<String> MONTHS =
      List.of(
          "", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> WEEKDAYS =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  /** How far beyond the ends of a window to look, where a change of the clock is near an end. */
  private static final Duration MARGIN = Duration.ofHours(2);

  private final String[] fields;
  private final boolean[] minutes = new boolean[60];
  private final boolean[] hours = new boolean[24];

  NaiveCron(String expression) {
    fields = expression.toUpperCase(Locale.ROOT).split(" ", -1);
    for (int minute = 0; minute < 60; minute++) {
      minutes[minute] = admits(fields[0], minute, 0, List.of());
    }
    for (int hour = 0; hour < 24; hour++) {
      hours[hour] = admits(fields[1], hour, 0, List.of());
    }
  }

  /** Returns all firings from one instant up to and including another. */
  List<Instant> firings(ZoneRules rules, Instant from, Instant to, Gap gap, Overlap overlap) {
    LocalDateTime a = LocalDateTime.ofInstant(from, rules.getOffset(from));
    LocalDateTime b = LocalDateTime.ofInstant(to, rules.getOffset(to));
    LocalDateTime end = (a.isAfter(b) ? a : b).plus(MARGIN);
    LocalDateTime minute = (a.isBefore(b) ? a : b).minus(MARGIN).truncatedTo(ChronoUnit.MINUTES);
    TreeSet<Instant> firings = new TreeSet<>();
    for (; minute.isBefore(end); minute = minute.plusMinutes(1)) {
      if (matches(minute)) {
        add(firings, minute, rules, gap, overlap);
      }
    }
    return new ArrayList<>(firings.subSet(from, true, to, true));
  }

  private static void add(
      Set<Instant> firings, LocalDateTime local, ZoneRules rules, Gap gap, Overlap overlap) {
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    if (offsets.isEmpty() && gap == Gap.AT_GAP_END) {
      firings.add(rules.getTransition(local).getInstant());
    }
    if (offsets.size() == 1) {
      firings.add(local.toInstant(offsets.get(0)));
    }
    if (offsets.size() == 2 && overlap != Overlap.SECOND) {
      firings.add(local.toInstant(offsets.get(0)));
    }
    if (offsets.size() == 2 && overlap != Overlap.FIRST) {
      firings.add(local.toInstant(offsets.get(1)));
    }
  }

  boolean matches(LocalDateTime time) {
    return minutes[time.getMinute()] && hours[time.getHour()] && matchesDate(time);
  }

  private boolean matchesDate(LocalDateTime time) {
    if (!admits(fields[3], time.getMonthValue(), 1, MONTHS)) {
      return false;
    }
    boolean number = admits(fields[2], time.getDayOfMonth(), 1, List.of());
    int iso = time.getDayOfWeek().getValue();
    boolean weekday =
        admits(fields[4], iso, 0, WEEKDAYS) || (iso == 7 && admits(fields[4], 0, 0, WEEKDAYS));
    boolean starred = fields[2].startsWith("*") || fields[4].startsWith("*");
    return starred ? number && weekday : number || weekday;
  }

  private static boolean admits(String field, int value, int min, List<String> names) {
    for (String item : field.split(",", -1)) {
      String[] parts = item.split("/", -1);
      int step = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
      String[] ends = parts[0].split("-", -1);
      int first = ends[0].equals("*") ? min : number(ends[0], names);
      int last = ends[0].equals("*") ? 99 : number(ends[ends.length - 1], names);
      if (first <= value && value <= last && (value - first) % step == 0) {
        return true;
      }
    }
    return false;
  }

  private static int number(String text, List<String> names) {
    int named = names.indexOf(text);
    return named >= 0 ? named : Integer.parseInt(text);
  }
}
