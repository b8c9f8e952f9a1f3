package dev.timelapse.samples.housekeeping.config;

import dev.timelapse.scheduler.cron.CronExpression;
import dev.timelapse.scheduler.cron.CronSyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** What a scalar can be: reads its text, or refuses it. */
@FunctionalInterface
interface Kind<T> {

  Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /**
   * Reads a text.
   *
   * @throws RefusedException if it is not of this kind; the message says what is allowed
   */
  T read(String text) throws RefusedException;

  /** Thrown when a text is not what it should be. */
  final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  static Kind<String> name() {
    return text -> {
      if (!NAME.matcher(text).matches()) {
        throw new RefusedException(
            "must be a name of letters, digits, dots, dashes and underscores, such as node-1");
      }
      return text;
    };
  }

  static Kind<Boolean> yesOrNo() {
    return text ->
        switch (text) {
          case "true" -> true;
          case "false" -> false;
          default -> throw new RefusedException("must be true or false");
        };
  }

  static Kind<Integer> integer(int least, int most) {
    return text -> {
      try {
        int value = Integer.parseInt(text);
        if (least <= value && value <= most) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Refused below, like a number out of range.
      }
      throw new RefusedException("must be a whole number from " + least + " to " + most);
    };
  }

  static Kind<Duration> duration(Duration least, Duration most) {
    return text -> {
      try {
        Duration value = Duration.parse(text);
        if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
          return value;
        }
      } catch (DateTimeParseException e) {
        throw new RefusedException(
            "must be a duration such as PT30S, PT5M, PT1H30M or P30D, from %s to %s"
                .formatted(least, most));
      }
      throw new RefusedException("must be a duration from " + least + " to " + most);
    };
  }

  static Kind<ZoneId> zone() {
    return text -> {
      try {
        return ZoneId.of(text);
      } catch (DateTimeException e) {
        throw new RefusedException("must be a time zone such as Europe/Berlin or UTC");
      }
    };
  }

  static Kind<CronExpression> cron(ZoneId zone) {
    return text -> {
      try {
        return CronExpression.unix(text, zone);
      } catch (CronSyntaxException e) {
        throw new RefusedException(firstLine(e));
      }
    };
  }

  /** The lines after the first show the expression, which stands in the file. */
  private static String firstLine(CronSyntaxException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("not a cron expression");
  }

  /** A path; a relative one counts from a directory. */
  static Kind<Path> path(Path from) {
    return text -> {
      try {
        if (!text.isBlank()) {
          return from.resolve(text);
        }
      } catch (InvalidPathException e) {
        // Refused below, like an empty one.
      }
      throw new RefusedException("must be a path");
    };
  }
}
