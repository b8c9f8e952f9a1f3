package dev.timelapse.testkit.recording;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds where two recordings part, and shows it side by side. */
final class Difference {

  private static final int WIDTH = 100;

  /** How many entries are shown before the difference, and from it on. */
  private static final int BEFORE = 3;

  private static final int AFTER = 4;

  private final List<Recorded> left;
  private final List<Recorded> right;
  private final ZoneId zone;

  Difference(List<Recorded> left, List<Recorded> right, ZoneId zone) {
    this.left = without(left);
    this.right = without(right);
    this.zone = zone;
  }

  /** Returns the first difference in words, or null if the entries are the same. */
  @Nullable String find() {
    int same = 0;
    while (same < left.size() && same < right.size() && isSame(left.get(same), right.get(same))) {
      same++;
    }
    return same == left.size() && same == right.size() ? null : told(same);
  }

  private String told(int same) {
    StringBuilder text = new StringBuilder("The recordings part at event ");
    text.append(String.format(Locale.ROOT, "%,d", same + 1));
    text.append(", of ").append(left.size()).append(" and ").append(right.size()).append(":\n");
    int half = (WIDTH - 7) / 2;
    row(text, Columns.name(zone) + ", actual", Columns.name(zone) + ", expected", "   ", half);
    for (int i = Math.max(0, same - BEFORE); i < same + AFTER; i++) {
      String a = i < left.size() ? words(left.get(i)) : i == left.size() ? "(end)" : "";
      String b = i < right.size() ? words(right.get(i)) : i == right.size() ? "(end)" : "";
      if (!a.isEmpty() || !b.isEmpty()) {
        row(text, a, b, i < same ? " = " : i == same ? ">< " : "   ", half);
      }
    }
    return text.toString().stripTrailing();
  }

  private String words(Recorded entry) {
    String end = entry.outcome().isEmpty() ? "" : ": " + entry.outcome();
    return Columns.time(entry.at(), zone) + " " + entry.lane() + " " + entry.what() + end;
  }

  private static void row(StringBuilder text, String a, String b, String mark, int width) {
    List<String> left = Wrapped.text(a, width);
    List<String> right = Wrapped.text(b, width);
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String l = i < left.size() ? left.get(i) : "";
      String r = i < right.size() ? right.get(i) : "";
      String line = l + " ".repeat(width - l.length()) + (i == 0 ? " " + mark + " " : "     ") + r;
      text.append('\n').append(line.stripTrailing());
    }
  }

  /** What is logged is no part of what happened; it only moves the numbers of entries. */
  private static List<Recorded> without(List<Recorded> entries) {
    List<Recorded> some = new ArrayList<>(entries);
    some.removeIf(RecordedLog.class::isInstance);
    return some;
  }

  private static boolean isSame(Recorded a, Recorded b) {
    return a.getClass() == b.getClass()
        && a.elapsed().equals(b.elapsed())
        && a.toString().equals(b.toString());
  }
}
