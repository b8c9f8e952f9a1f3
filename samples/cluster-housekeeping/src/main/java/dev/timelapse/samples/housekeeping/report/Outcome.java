package dev.timelapse.samples.housekeeping.report;

/**
 * What became of a process.
 *
 * @param exitStatus what it exited with; of no meaning if it timed out
 * @param timedOut whether its time limit ended it
 * @param output the end of what it wrote to its two outputs
 */
public record Outcome(int exitStatus, boolean timedOut, String output) {

  /** Returns whether it came to its end and exited with 0. */
  public boolean succeeded() {
    return !timedOut && exitStatus == 0;
  }
}
