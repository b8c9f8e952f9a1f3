package dev.timelapse.samples.housekeeping.report;

import java.nio.file.Path;
import java.time.Instant;

/** Is told of reports. Called on the daemon's one thread. */
public interface ReportListener {

  /** A report was written. */
  default void reportMade(Path file, Instant at) {}

  /** A report was not written; the job's retry decides what follows. */
  default void reportFailed(String why, Instant at) {}
}
