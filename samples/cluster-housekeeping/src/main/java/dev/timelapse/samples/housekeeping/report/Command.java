package dev.timelapse.samples.housekeeping.report;

import java.time.Duration;
import java.util.List;

/**
 * What to run in a process of its own.
 *
 * @param words the program and its arguments
 * @param timeLimit after how long it is ended
 */
public record Command(List<String> words, Duration timeLimit) {

  /** Copies the words. */
  public Command {
    words = List.copyOf(words);
  }
}
