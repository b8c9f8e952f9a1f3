package dev.timelapse.samples.housekeeping.config;

import dev.timelapse.samples.housekeeping.config.Value.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a file, so that all of it can be said at once. */
final class Problems {

  private record Problem(Place at, String path, String message) {}

  private final List<Problem> found = new ArrayList<>();

  /**
   * Adds a problem.
   *
   * @param path the key it is about, empty for the file as a whole
   */
  void add(Place at, String path, String message) {
    found.add(new Problem(at, path, message));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns one line for each, in the order of the file. */
  List<String> lines(String file) {
    return found.stream()
        .sorted(
            Comparator.comparingInt((Problem problem) -> problem.at().line())
                .thenComparingInt(problem -> problem.at().column()))
        .map(
            problem ->
                "%s:%d:%d: %s%s"
                    .formatted(
                        file,
                        problem.at().line(),
                        problem.at().column(),
                        problem.path().isEmpty() ? "" : problem.path() + ": ",
                        problem.message()))
        .toList();
  }
}
