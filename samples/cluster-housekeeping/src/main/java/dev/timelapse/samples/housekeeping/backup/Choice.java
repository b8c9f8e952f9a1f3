package dev.timelapse.samples.housekeeping.backup;

/** Where chance comes from: seeded, so that a run can be repeated. */
@FunctionalInterface
public interface Choice {

  /**
   * Draws a number.
   *
   * @param bound how many there are, at least 1
   * @return one of 0 to {@code bound - 1}
   */
  int below(int bound);
}
