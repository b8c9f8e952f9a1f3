package dev.timelapse.samples.replay.history;

/**
 * A row that could not be read.
 *
 * @param line the line of the file on which it begins; the header is on line 1
 * @param reason what is wrong with it
 */
public record UnreadableRow(long line, String reason) {}
