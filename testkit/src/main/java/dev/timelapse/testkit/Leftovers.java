package dev.timelapse.testkit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What must not be left behind on one timeline: who knows of it, and what of it is allowed. */
final class Leftovers {

  /** How many of a kind are told in full. */
  private static final int MOST_TOLD = 10;

  private final Map<Leftover, Supplier<List<String>>> sources = new EnumMap<>(Leftover.class);
  private final Set<Leftover> allowed = EnumSet.noneOf(Leftover.class);

  /**
   * Names who knows what is left of a kind. It is asked once, when the timeline ends and before
   * anything on it is unwound, and answers one line for each thing: what it is, when it is due, who
   * declared it where.
   */
  void ask(Leftover kind, Supplier<List<String>> source) {
    sources.put(kind, source);
  }

  void allow(Leftover kind) {
    allowed.add(kind);
  }

  /** Returns what is left and not allowed, by kind. */
  Map<Leftover, List<String>> find() {
    Map<Leftover, List<String>> found = new EnumMap<>(Leftover.class);
    sources.forEach(
        (kind, source) -> {
          List<String> lines = allowed.contains(kind) ? List.of() : source.get();
          if (!lines.isEmpty()) {
            found.put(kind, lines);
          }
        });
    return found;
  }

  /** Returns one error that tells of all that was found, or null if that is nothing. */
  static @Nullable LeftoversError error(Map<Leftover, List<String>> found, String now) {
    if (found.isEmpty()) {
      return null;
    }
    StringBuilder text = new StringBuilder("left behind at the end of the timeline, " + now + ":");
    found.forEach((kind, lines) -> tell(kind, lines, text));
    return new LeftoversError(text.toString());
  }

  private static void tell(Leftover kind, List<String> lines, StringBuilder text) {
    text.append('\n').append(kind.title()).append(":\n");
    lines.stream().limit(MOST_TOLD).forEach(line -> text.append("  ").append(line).append('\n'));
    if (lines.size() > MOST_TOLD) {
      text.append("  and ").append(lines.size() - MOST_TOLD).append(" more\n");
    }
    text.append("  Either ")
        .append(kind.remedy())
        .append("; or allow it: @Timelapse(allow = Leftover.")
        .append(kind)
        .append("), or allow(Leftover.")
        .append(kind)
        .append(") on the timeline.\n");
  }
}
