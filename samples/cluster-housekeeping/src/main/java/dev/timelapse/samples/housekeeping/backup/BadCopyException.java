package dev.timelapse.samples.housekeeping.backup;

/** Thrown when a copy that was just written is not what was put. */
final class BadCopyException extends Exception {

  private static final long serialVersionUID = 1L;

  BadCopyException(Copy copy) {
    super(copy + " was written, but is not right when read back");
  }
}
