package dev.timelapse.scheduler.cron;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Cron by brute force, as a model for tests: every local minute of a window is held against the
 * text of every field, and the zone's rules are asked what a matching minute means. Shares no code
 * with what it is a model of; slow and plain.
 */
final class NaiveCron {

  /** How far beyond the ends of a window to look, where a change of the clock is near an end. */
  private static final Duration MARGIN = Duration.ofHours(2);

  private final List<Integer> seconds;
  private final boolean[] minutes = new boolean[60];
  private final boolean[] hours = new boolean[24];
  private final Predicate<LocalDate> dates;
  private final Map<LocalDate, Boolean> dateMatches = new HashMap<>();

  private NaiveCron(String second, String minute, String hour, Predicate<LocalDate> dates) {
    this.dates = dates;
    seconds = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      if (NaiveField.TIME.admits(second, i)) {
        seconds.add(i);
      }
      minutes[i] = NaiveField.TIME.admits(minute, i);
    }
    for (int i = 0; i < 24; i++) {
      hours[i] = NaiveField.HOUR.admits(hour, i);
    }
  }

  static NaiveCron of(Dialect dialect, String expression) {
    String[] fields = expression.split(" ", -1);
    return switch (dialect) {
      case UNIX -> new NaiveCron("0", fields[0], fields[1], date -> NaiveDays.unix(fields, date));
      case QUARTZ ->
          new NaiveCron(fields[0], fields[1], fields[2], date -> NaiveDays.quartz(fields, date));
    };
  }

  /** Returns all firings from one instant up to and including another. */
  List<Instant> firings(ZoneRules rules, Instant from, Instant to, Gap gap, Overlap overlap) {
    LocalDateTime a = LocalDateTime.ofInstant(from, rules.getOffset(from));
    LocalDateTime b = LocalDateTime.ofInstant(to, rules.getOffset(to));
    LocalDateTime end = (a.isAfter(b) ? a : b).plus(MARGIN);
    LocalDateTime minute = (a.isBefore(b) ? a : b).minus(MARGIN).truncatedTo(ChronoUnit.MINUTES);
    TreeSet<Instant> firings = new TreeSet<>();
    for (; minute.isBefore(end); minute = minute.plusMinutes(1)) {
      if (minutes[minute.getMinute()] && hours[minute.getHour()] && matches(minute.toLocalDate())) {
        for (int second : seconds) {
          add(firings, minute.plusSeconds(second), rules, gap, overlap);
        }
      }
    }
    return new ArrayList<>(firings.subSet(from, true, to, true));
  }

  private boolean matches(LocalDate date) {
    return dateMatches.computeIfAbsent(date, dates::test);
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
}
