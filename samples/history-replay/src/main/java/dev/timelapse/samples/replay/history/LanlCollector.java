package dev.timelapse.samples.replay.history;

import static java.util.stream.Collectors.joining;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Collects the rows of one system. */
final class LanlCollector {

  private final String system;
  private final List<LanlRow> rows = new ArrayList<>();
  private final List<UnreadableRow> listed = new ArrayList<>();
  private int unreadable;

  LanlCollector(String system) {
    this.system = system;
  }

  static String listing(Collection<LanlCollector> systems) {
    return systems.stream().map(LanlCollector::toString).collect(joining(", "));
  }

  void add(CSVRecord row, long line, LocalTimes times) {
    try {
      if (system.isEmpty()) {
        throw new IllegalArgumentException(LanlColumns.SYSTEM + " is empty");
      }
      rows.add(LanlRow.of(row, times));
    } catch (IllegalArgumentException e) {
      unreadable++;
      if (listed.size() < Intake.MOST_LISTED) {
        listed.add(new UnreadableRow(line, String.valueOf(e.getMessage())));
      }
    }
  }

  /**
   * Returns what was collected.
   *
   * @param nameless the rows that may be this system's or another's
   * @throws HistoryException if no row could be read
   */
  LanlRecords records(String file, ZoneId zone, int inFile, @Nullable LanlCollector nameless)
      throws HistoryException {
    if (rows.isEmpty()) {
      throw new HistoryException(
          "none of the %d rows of system %s in %s can be read; line %d: %s. Choose another system"
              .formatted(unreadable, system, file, listed.get(0).line(), listed.get(0).reason()));
    }
    List<UnreadableRow> all = new ArrayList<>(listed);
    int count = unreadable;
    if (nameless != null) {
      all.addAll(nameless.listed);
      count += nameless.unreadable;
    }
    all.sort(Comparator.comparingLong(UnreadableRow::line));
    Numbering numbering = Numbering.of(rows);
    Intake intake =
        new Intake(
            inFile,
            rows.size() + unreadable,
            count,
            all.subList(0, Math.min(all.size(), Intake.MOST_LISTED)),
            count(row -> row.cause() == null),
            count(LanlRow::downTimeDiffers),
            count(row -> row.nodeCount() != numbering.stated()),
            numbering.beyond());
    List<Outage> outages =
        rows.stream()
            .map(r -> new Outage(numbering.place(r.number()), r.start(), r.end(), r.cause()))
            .toList();
    String name = "Los Alamos, system %s".formatted(system);
    return new LanlRecords(new HistorySource(name, zone, numbering.names()), outages, intake);
  }

  private int count(Predicate<LanlRow> condition) {
    return (int) rows.stream().filter(condition).count();
  }

  /** Says what there is, for a person who has to choose. */
  @Override
  public String toString() {
    int nodes = rows.stream().mapToInt(LanlRow::nodeCount).max().orElse(0);
    return "%s (%d rows, %d nodes)".formatted(system, rows.size() + unreadable, nodes);
  }
}
