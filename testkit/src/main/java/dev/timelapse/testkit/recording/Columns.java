package dev.timelapse.testkit.recording;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the lines of a page: a head, and columns for day, time, lane, what and outcome. Day and
 * time stand only at the first of what happened together. What is too long for its column goes on
 * below.
 */
final class Columns {

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private static final String GAP = "  ";
  private static final int WIDEST_LANE = 16;
  private static final int NARROWEST_TEXT = 15;

  private final ZoneId zone;
  private final boolean marks;
  private final int dayWidth;
  private final int timeWidth;
  private final int laneWidth;
  private final int whatWidth;
  private final int outcomeWidth;
  private final List<String> text = new ArrayList<>();

  private Columns(List<Line> lines, ZoneId zone, int width) {
    this.zone = zone;
    this.marks = lines.stream().anyMatch(Line::pointedOut);
    this.dayWidth = widest(lines, "day", entry -> String.valueOf(entry.when().day()));
    this.timeWidth = widest(lines, name(zone), this::time);
    this.laneWidth = Math.min(WIDEST_LANE, widest(lines, "lane", Recorded::lane));
    int rest =
        Math.max(2 * NARROWEST_TEXT, width - dayWidth - timeWidth - laneWidth - (marks ? 10 : 8));
    int outcome = widest(lines, "outcome", Recorded::outcome);
    int what = widest(lines, "what", entry -> entry.outcome().isEmpty() ? "" : entry.what());
    this.whatWidth = Math.min(what, Math.max(rest - outcome, rest * 55 / 100));
    this.outcomeWidth = rest - whatWidth;
  }

  /**
   * Returns lines of text.
   *
   * @param lines what they say
   * @param zone the zone of their times
   * @param width the widest line, unless so little is left for texts that they could not be read
   */
  static List<String> lay(List<Line> lines, ZoneId zone, int width) {
    Columns columns = new Columns(lines, zone, width);
    columns.row(false, "day", name(zone), "lane", "what", "outcome");
    Recorded before = null;
    for (Line line : lines) {
      if (line.entry() == null) {
        String words = " ".repeat(columns.dayWidth) + GAP + "… " + line.fold();
        columns.text.add(columns.mark(false) + words);
      } else {
        columns.row(line.entry(), before, line.pointedOut());
      }
      before = line.entry();
    }
    return columns.text;
  }

  private void row(Recorded entry, @Nullable Recorded before, boolean pointedOut) {
    boolean together = before != null && Together.sameTime(before, entry);
    row(
        pointedOut,
        together ? "" : String.valueOf(entry.when().day()),
        together ? "" : time(entry),
        entry.lane(),
        entry.what(),
        entry.outcome());
  }

  private String mark(boolean pointedOut) {
    return marks ? (pointedOut ? "> " : GAP) : "";
  }

  private void row(
      boolean pointedOut, String day, String time, String lane, String what, String outcome) {
    List<String> lanes = Wrapped.text(lane, laneWidth);
    List<String> whats =
        Wrapped.text(what, outcome.isEmpty() ? whatWidth + outcomeWidth + 2 : whatWidth);
    List<String> outcomes = Wrapped.text(outcome, outcomeWidth);
    int height = Math.max(lanes.size(), Math.max(whats.size(), outcomes.size()));
    for (int i = 0; i < height; i++) {
      String line =
          mark(pointedOut && i == 0)
              + " ".repeat(Math.max(0, dayWidth - day.length()))
              + (i == 0 ? day : " ".repeat(day.length()))
              + GAP
              + pad(i == 0 ? time : "", timeWidth)
              + GAP
              + pad(part(lanes, i), laneWidth)
              + GAP
              + pad(part(whats, i), whatWidth)
              + GAP
              + part(outcomes, i);
      text.add(line.stripTrailing());
    }
  }

  private String time(Recorded entry) {
    return time(entry.at(), zone);
  }

  static String name(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  static String time(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone));
  }

  private static int widest(List<Line> lines, String head, Function<Recorded, String> text) {
    int widest = head.length();
    for (Line line : lines) {
      if (line.entry() != null) {
        widest = Math.max(widest, Wrapped.inLine(text.apply(line.entry())).length());
      }
    }
    return widest;
  }

  private static String part(List<String> parts, int index) {
    return index < parts.size() ? parts.get(index) : "";
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
