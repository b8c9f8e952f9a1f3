package dev.timelapse.samples.housekeeping.report;

/** Thrown when the process that makes a report did not succeed. */
final class ReportFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  ReportFailedException(String message) {
    super(message);
  }
}
