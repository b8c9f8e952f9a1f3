package dev.timelapse.samples.replay.history;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** The columns of the Los Alamos format that are read, found by their names in the header. */
final class LanlColumns {

  static final String SYSTEM = "System";
  static final String NODES = "nodes";
  static final String NODE = "nodenum";
  static final String STARTED = "Prob Started";
  static final String FIXED = "Prob Fixed";
  static final String DOWN_TIME = "Down Time";
  static final List<String> REQUIRED = List.of(SYSTEM, NODES, NODE, STARTED, FIXED);
  static final List<String> CAUSES =
      List.of("Facilities", "Hardware", "Human Error", "Network", "Undetermined", "Software");

  private LanlColumns() {}

  /** Refuses a header without a required column. */
  static void check(String file, List<String> header) throws HistoryException {
    for (String column : REQUIRED) {
      if (!header.contains(column)) {
        throw new HistoryException(
            "%s has no column \"%s\" in its first line: expected a header with %s"
                .formatted(file, column, String.join(", ", REQUIRED)));
      }
    }
  }

  /** Returns what a row has in a column, without surrounding blanks; empty if it has nothing. */
  static String get(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column).strip() : "";
  }
}
