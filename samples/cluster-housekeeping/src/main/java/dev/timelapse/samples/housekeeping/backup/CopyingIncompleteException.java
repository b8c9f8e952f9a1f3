package dev.timelapse.samples.housekeeping.backup;

import java.util.List;

/** Thrown when a copy is missing at some sites; the causes are suppressed exceptions. */
final class CopyingIncompleteException extends Exception {

  private static final long serialVersionUID = 1L;

  CopyingIncompleteException(List<Copy> missing, List<Exception> causes) {
    super("not copied: " + missing);
    causes.forEach(this::addSuppressed);
  }
}
