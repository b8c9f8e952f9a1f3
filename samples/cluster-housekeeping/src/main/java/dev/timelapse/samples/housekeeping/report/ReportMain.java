package dev.timelapse.samples.housekeeping.report;

import dev.timelapse.samples.housekeeping.files.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;

/** Makes a capacity report: reads the state from one file, and writes CSV to another. */
public final class ReportMain {

  private ReportMain() {}

  /**
   * Runs with two arguments, the state file and the report file. Exits with 0 if the report was
   * written, with 2 if the arguments are wrong, with 1 and a stack trace otherwise.
   *
   * @throws IOException if the one cannot be read or the other not be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: ReportMain STATE_FILE REPORT_FILE");
      System.exit(2);
    }
    AtomicFiles.write(Path.of(args[1]), CapacityReport.csv(StateFile.read(Path.of(args[0]))));
  }
}
