package dev.timelapse.samples.housekeeping.backup;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Thrown when a copy is missing at some sites. It sums up failures that a listener was told of one
 * by one, so it has no stack trace of its own.
 */
final class CopyingIncompleteException extends Exception {

  private static final long serialVersionUID = 1L;

  CopyingIncompleteException(Map<Copy, Exception> failures) {
    super(
        failures.entrySet().stream()
            .map(failure -> failure.getKey() + ": " + failure.getValue())
            .collect(Collectors.joining("; ", "not copied: ", "")),
        null,
        false,
        false);
  }
}
