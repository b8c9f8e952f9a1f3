package dev.timelapse.samples.replay.history;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the failure records of Los Alamos National Laboratory, LA-UR-05-7318: a CSV file, plain or
 * gzipped, with a row for each outage. An outage is from {@code Prob Started} to {@code Prob
 * Fixed}, in the local time of Los Alamos; {@code Down Time} is not used, but compared.
 */
public final class LanlFile {

  private static final ZoneId LOS_ALAMOS = ZoneId.of("America/Denver");

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setAllowMissingColumnNames(true)
          .get();

  private LanlFile() {}

  /**
   * Reads the rows of one system.
   *
   * @param system which system, or null if the file has only one
   * @throws HistoryException if the file cannot be read, or the system is not in it
   */
  public static LanlRecords read(Path file, @Nullable String system) throws HistoryException {
    try (Reader reader = CsvFile.open(file);
        CSVParser rows = CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
      LanlColumns.check(file.toString(), rows.getHeaderNames());
      return collect(file.toString(), rows, system);
    } catch (UncheckedIOException e) {
      throw unreadable(file, e.getCause());
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (IllegalArgumentException e) {
      throw unreadable(file, e);
    }
  }

  private static HistoryException unreadable(Path file, @Nullable Throwable cause) {
    String reason = cause == null ? "unknown" : String.valueOf(cause.getMessage());
    return new HistoryException(
        "cannot read %s: %s. Give the path of a CSV file of LA-UR-05-7318, plain or gzipped"
            .formatted(file, reason.lines().findFirst().orElse("unknown")));
  }

  private static LanlRecords collect(String file, CSVParser rows, @Nullable String system)
      throws HistoryException {
    Map<String, LanlCollector> systems = new TreeMap<>(LanlFile::compareNumbers);
    LocalTimes times = new LocalTimes(LOS_ALAMOS);
    int inFile = 0;
    long line = rows.getCurrentLineNumber() + 1;
    for (CSVRecord row : rows) {
      inFile++;
      systems
          .computeIfAbsent(LanlColumns.get(row, LanlColumns.SYSTEM), LanlCollector::new)
          .add(row, line, times);
      line = rows.getCurrentLineNumber() + 1;
    }
    LanlCollector nameless = systems.remove("");
    return choose(file, systems, system).records(file, LOS_ALAMOS, inFile, nameless);
  }

  private static LanlCollector choose(
      String file, Map<String, LanlCollector> systems, @Nullable String wanted)
      throws HistoryException {
    if (wanted == null && systems.size() == 1) {
      return systems.values().iterator().next();
    }
    LanlCollector chosen = wanted == null ? null : systems.get(wanted);
    if (chosen == null) {
      String problem =
          wanted == null
              ? "%s has %d systems".formatted(file, systems.size())
              : "%s has no system %s".formatted(file, wanted);
      throw new HistoryException(
          problem + ". Choose one with --system: " + LanlCollector.listing(systems.values()));
    }
    return chosen;
  }

  /** Orders numbers by their size: 2 before 18. */
  private static int compareNumbers(String left, String right) {
    int byLength = Integer.compare(left.length(), right.length());
    return byLength != 0 ? byLength : left.compareTo(right);
  }
}
