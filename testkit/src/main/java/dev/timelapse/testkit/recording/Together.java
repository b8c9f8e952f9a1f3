package dev.timelapse.testkit.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Entries that happened at one instant of a timeline, and what they have in common with others.
 *
 * @param entries one or more, in order
 * @param pointedOut whether one of them is the reason for the page
 */
record Together(List<Recorded> entries, boolean pointedOut) {

  /** Puts together what happened at one instant, of entries in order. */
  static List<Together> of(List<Recorded> entries, Set<Long> pointedOut) {
    List<Together> all = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= entries.size(); i++) {
      if (i == entries.size() || !sameTime(entries.get(from), entries.get(i))) {
        List<Recorded> some = entries.subList(from, i);
        all.add(
            new Together(
                some, some.stream().anyMatch(entry -> pointedOut.contains(entry.when().number()))));
        from = i;
      }
    }
    return all;
  }

  Recorded first() {
    return entries.get(0);
  }

  /** Returns the elapsed nanoseconds from another instant to this one. */
  long since(Together earlier) {
    return first().elapsed().minus(earlier.first().elapsed()).toNanos();
  }

  /** Answers whether the same happened at two instants, and neither is pointed out. */
  boolean isLike(Together other) {
    if (pointedOut || other.pointedOut || entries.size() != other.entries.size()) {
      return false;
    }
    for (int i = 0; i < entries.size(); i++) {
      Recorded a = entries.get(i);
      Recorded b = other.entries.get(i);
      if (a.getClass() != b.getClass()
          || !a.what().equals(b.what())
          || !a.lane().equals(b.lane())
          || !a.outcome().equals(b.outcome())) {
        return false;
      }
    }
    return true;
  }

  static boolean sameTime(Recorded a, Recorded b) {
    return a.elapsed().equals(b.elapsed()) && a.at().equals(b.at());
  }
}
