package dev.timelapse.testkit.recording;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** How things are put on the recording: one line each, and nothing that differs from run to run. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Words {

  private static final int LONGEST = 120;

  /** What {@code Object.toString} appends, and what names a lambda: chance, on every run anew. */
  private static final Pattern IDENTITY =
      Pattern.compile("@[0-9a-f]{3,8}\\b|\\$\\$Lambda[$/0-9a-fx]+");

  private Words() {}

  /**
   * Returns words without what the identity of an object puts into them.
   *
   * @param words the words of some object
   * @return the same in every run, as far as identities go
   */
  public static String withoutIdentity(String words) {
    return words.indexOf('@') < 0 && words.indexOf('$') < 0
        ? words
        : IDENTITY.matcher(words).replaceAll("");
  }

  static String of(Recorded entry) {
    String start = entry.at() + " " + entry.lane() + " " + entry.what();
    return entry.outcome().isEmpty() ? start : start + ": " + entry.outcome();
  }

  static String of(Throwable cause) {
    return of(cause, LONGEST);
  }

  static String of(Throwable cause, int longest) {
    return of(cause, cause.getMessage(), longest);
  }

  static String of(Throwable cause, @Nullable String message, int longest) {
    String type = cause.getClass().getName();
    String name = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    if (message == null) {
      return name;
    }
    String line =
        withoutIdentity(message)
            .lines()
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return name + ": " + (line.length() <= longest ? line : line.substring(0, longest - 1) + "…");
  }

  static String ending(
      String before, @Nullable Duration took, @Nullable String failure, @Nullable String answer) {
    if (took == null) {
      return before;
    }
    String end = failure != null ? "failed: " + failure : answer != null ? answer : "ok";
    return took.isZero() ? end : end + ", took " + of(took);
  }

  /**
   * Returns a duration in words.
   *
   * @param duration zero or more
   * @return the duration exactly, such as {@code 1 d 3 h} or {@code 2.5 s}
   */
  public static String of(Duration duration) {
    StringBuilder words = new StringBuilder();
    append(words, duration.toDays(), "d");
    append(words, duration.toHoursPart(), "h");
    append(words, duration.toMinutesPart(), "min");
    long nanos = duration.toNanosPart();
    if (nanos > 0 && duration.toSeconds() == 0) {
      return nanos < 1000
          ? nanos + " ns"
          : nanos % 1000 == 0 ? decimal(nanos / 1000, 1000, "ms") : decimal(nanos, 1000, "µs");
    }
    if (nanos != 0) {
      append(words, decimal(duration.toSecondsPart() * 1_000_000_000L + nanos, 1_000_000_000, "s"));
    } else if (words.isEmpty() || duration.toSecondsPart() > 0) {
      append(words, duration.toSecondsPart() + " s");
    }
    return words.toString();
  }

  private static void append(StringBuilder words, long count, String unit) {
    if (count > 0) {
      append(words, count + " " + unit);
    }
  }

  private static void append(StringBuilder words, String part) {
    words.append(words.isEmpty() ? "" : " ").append(part);
  }

  /** Returns a number of parts of a unit as a decimal fraction without zeros at its end. */
  private static String decimal(long parts, long unit, String name) {
    StringBuilder number = new StringBuilder().append(parts / unit);
    long rest = parts % unit;
    if (rest > 0) {
      number.append('.').append(String.valueOf(unit + rest).substring(1));
      while (number.charAt(number.length() - 1) == '0') {
        number.setLength(number.length() - 1);
      }
    }
    return number.append(' ').append(name).toString();
  }
}
