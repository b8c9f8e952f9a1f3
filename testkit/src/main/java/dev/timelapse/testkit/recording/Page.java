package dev.timelapse.testkit.recording;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the lines of a page: what happened at one instant stands together; rounds of the same,
 * and long times in which nothing happened, are folded.
 */
final class Page {

  /** A time without events is told if it is so many times the usual one, and a minute. */
  private static final int LONG_GAP = 10;

  /** How many entries are shown before and after a marked one. */
  private static final int AROUND = 3;

  private final ZoneId zone;
  private final Set<Long> pointedOut;
  private final List<Line> lines = new ArrayList<>();

  private Page(ZoneId zone, Set<Long> pointedOut) {
    this.zone = zone;
    this.pointedOut = pointedOut;
  }

  /**
   * Returns the lines for entries.
   *
   * @param entries in order
   * @param zone in which the clock is looked at for changes
   * @param pointedOut the numbers of entries that are marked, and never folded
   */
  static List<Line> lines(List<Recorded> entries, ZoneId zone, Set<Long> pointedOut) {
    Page page = new Page(zone, pointedOut);
    page.add(Rounds.fold(Together.of(entries, pointedOut)));
    return page.lines;
  }

  /** Returns lines for marked entries and the few before and after each of them. */
  static List<Line> around(List<Recorded> marked, Journal journal) {
    Entries entries = journal.entries;
    Set<Long> numbers = new TreeSet<>();
    marked.forEach(entry -> numbers.add(entry.when().number()));
    List<Line> lines = new ArrayList<>();
    List<Recorded> run = new ArrayList<>();
    long shownUntil = entries.first();
    for (long number : numbers) {
      long from = Math.max(shownUntil, number - AROUND);
      from = from == shownUntil + 1 ? shownUntil : from;
      if (from > shownUntil && !run.isEmpty()) {
        lines.addAll(lines(run, journal.zone, numbers));
        run.clear();
        lines.add(Line.fold((from - shownUntil) + " more"));
      }
      for (long n = from; n <= Math.min(number + AROUND, entries.total() - 1); n++) {
        run.add(journal.read(n));
      }
      shownUntil = Math.max(shownUntil, Math.min(number + AROUND + 1, entries.total()));
    }
    lines.addAll(lines(run, journal.zone, numbers));
    return lines;
  }

  /**
   * Returns at most so many of the last lines, none of them from the middle of what happened at one
   * instant, unless less than half of them would be left.
   */
  static List<Line> end(List<Line> lines, int count) {
    int cut = Math.max(0, lines.size() - count);
    int from = cut;
    while (from > 0 && from < lines.size() && !isBeginning(lines.get(from - 1), lines.get(from))) {
      from++;
    }
    boolean tooFew = from == lines.size() || lines.size() - from < count / 2;
    return lines.subList(tooFew ? cut : from, lines.size());
  }

  /** Answers whether a line is the first of what happened at one instant. */
  private static boolean isBeginning(Line before, Line line) {
    Recorded entry = line.entry();
    return entry != null && (before.entry() == null || !Together.sameTime(before.entry(), entry));
  }

  private void add(List<Rounds.Item> items) {
    long usual = usualGap(items);
    Together before = null;
    for (Rounds.Item item : items) {
      if (item instanceof Rounds.Left left) {
        String times = left.rounds() == 1 ? "once more" : left.rounds() + " times more";
        String pace = Words.of(Duration.ofNanos(left.periodNanos()));
        lines.add(Line.fold("the same " + times + ", every " + pace));
        before = null;
      } else if (item instanceof Rounds.Shown shown) {
        between(before, shown.together(), usual);
        before = shown.together();
        for (Recorded entry : before.entries()) {
          lines.add(Line.of(entry, pointedOut.contains(entry.when().number())));
        }
      }
    }
  }

  private void between(@Nullable Together before, Together next, long usual) {
    if (before == null) {
      return;
    }
    long gap = next.since(before);
    if (gap / LONG_GAP > usual && gap >= Duration.ofMinutes(1).toNanos()) {
      lines.add(Line.fold(Words.of(Duration.ofNanos(gap))));
    }
    ZoneOffset was = zone.getRules().getOffset(before.first().at());
    ZoneOffset is = zone.getRules().getOffset(next.first().at());
    if (!was.equals(is)) {
      lines.add(Line.fold("clocks in " + Columns.name(zone) + " change from " + was + " to " + is));
    }
  }

  /** Returns the median of the times between instants that are shown one after the other. */
  private static long usualGap(List<Rounds.Item> items) {
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < items.size(); i++) {
      if (items.get(i) instanceof Rounds.Shown shown
          && items.get(i - 1) instanceof Rounds.Shown before) {
        gaps.add(shown.together().since(before.together()));
      }
    }
    gaps.sort(null);
    return gaps.isEmpty() ? 0 : gaps.get((gaps.size() - 1) / 2);
  }
}
