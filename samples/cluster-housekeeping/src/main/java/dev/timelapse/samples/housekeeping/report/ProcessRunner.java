package dev.timelapse.samples.housekeeping.report;

/** Runs commands in processes of their own. */
@FunctionalInterface
public interface ProcessRunner {

  /**
   * Runs a command to its end.
   *
   * @throws Exception if it could not be started
   */
  Outcome run(Command command) throws Exception;
}
