package dev.timelapse.testkit.recording;

import java.util.stream.Collectors;

/** How things are put on the recording: one line each, and nothing that differs from run to run. */
final class Words {

  private static final int LONGEST = 120;

  private Words() {}

  static String of(Throwable cause) {
    String type = cause.getClass().getSimpleName();
    String message = cause.getMessage();
    if (message == null) {
      return type;
    }
    String line =
        message
            .lines()
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return type + ": " + (line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…");
  }
}
