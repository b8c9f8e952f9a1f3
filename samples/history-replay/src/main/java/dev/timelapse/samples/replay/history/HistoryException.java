package dev.timelapse.samples.replay.history;

/** A history that cannot be had. The message says why, and what to do, to a person. */
public final class HistoryException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Makes one with a message of one line. */
  public HistoryException(String message) {
    super(message);
  }
}
