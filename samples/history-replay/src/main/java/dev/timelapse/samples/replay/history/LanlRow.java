package dev.timelapse.samples.replay.history;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A readable row of the Los Alamos format.
 *
 * @param nodeCount how many nodes the system has by this row, or 0 if the row does not say
 * @param number the node's number
 * @param cause the recorded cause, or null
 * @param downTime the recorded minutes, or the empty string
 */
record LanlRow(
    int nodeCount,
    int number,
    Instant start,
    Instant end,
    @Nullable String cause,
    String downTime) {

  /** Far above any cluster: a larger number is a slip, and would only fill the memory. */
  static final int MOST_NODES = 1_000_000;

  /**
   * Reads a row.
   *
   * @throws IllegalArgumentException if that is not possible, with the reason
   */
  static LanlRow of(CSVRecord row, LocalTimes times) {
    if (!row.isConsistent()) {
      throw new IllegalArgumentException(
          "has %d fields, the header %d"
              .formatted(row.size(), row.getParser().getHeaderNames().size()));
    }
    String count = LanlColumns.get(row, LanlColumns.NODES);
    return new LanlRow(
        count.isEmpty() ? 0 : whole(LanlColumns.NODES, count),
        whole(LanlColumns.NODE, LanlColumns.get(row, LanlColumns.NODE)),
        time(row, LanlColumns.STARTED, times::start),
        time(row, LanlColumns.FIXED, times::end),
        cause(row),
        LanlColumns.get(row, LanlColumns.DOWN_TIME));
  }

  boolean downTimeDiffers() {
    return !downTime.equals(Long.toString(Duration.between(start, end).toMinutes()));
  }

  private static int whole(String column, String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(column + " is empty");
    }
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9')
        || text.length() > 9
        || Integer.parseInt(text) > MOST_NODES) {
      throw new IllegalArgumentException(
          "%s is \"%s\", not a whole number up to %d".formatted(column, text, MOST_NODES));
    }
    return Integer.parseInt(text);
  }

  private static Instant time(CSVRecord row, String column, Function<String, Instant> reader) {
    String text = LanlColumns.get(row, column);
    try {
      return reader.apply(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s is \"%s\", not a date as in 9/6/2005 14:50".formatted(column, text), e);
    }
  }

  private static @Nullable String cause(CSVRecord row) {
    for (String column : LanlColumns.CAUSES) {
      String text = LanlColumns.get(row, column);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return null;
  }
}
