package dev.timelapse.samples.replay.history;

import java.util.List;

/**
 * What was noticed while a file was read.
 *
 * @param rowsInFile all rows but the header
 * @param rows the rows of the chosen system
 * @param unreadable how many of these, and of those that name no system, could not be read
 * @param listed the first of them, {@value #MOST_LISTED} at most
 * @param withoutCause readable rows in which no cause is recorded
 * @param downTimeDiffers readable rows whose Down Time, in minutes, is not from start to end
 * @param nodeCountDiffers readable rows that state fewer nodes than another row, or none
 * @param numbersBeyondCount different node numbers that are not below the stated number of nodes
 */
public record Intake(
    int rowsInFile,
    int rows,
    int unreadable,
    List<UnreadableRow> listed,
    int withoutCause,
    int downTimeDiffers,
    int nodeCountDiffers,
    int numbersBeyondCount) {

  /** How many unreadable rows are listed. */
  public static final int MOST_LISTED = 20;

  /** Takes a copy of the list. */
  public Intake {
    listed = List.copyOf(listed);
  }
}
