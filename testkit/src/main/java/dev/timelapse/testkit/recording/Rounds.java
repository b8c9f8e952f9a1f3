package dev.timelapse.testkit.recording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What happened, with rounds of the same folded: a run of rounds, each of a few instants, at a
 * steady pace, becomes its first round, the number of those left out, and its last.
 */
final class Rounds {

  /** The longest round that is looked for, in instants. */
  private static final int LONGEST = 6;

  /** One item of what is shown: an instant, or a number of rounds left out. */
  sealed interface Item permits Shown, Left {}

  /** An instant that is shown. */
  record Shown(Together together) implements Item {}

  /** Rounds that are left out. */
  record Left(long rounds, long periodNanos) implements Item {}

  private Rounds() {}

  /** Folds instants in order; the items are in order, too. */
  static List<Item> fold(List<Together> all) {
    List<Item> backwards = new ArrayList<>();
    int end = all.size();
    while (end > 0) {
      int size = 1;
      int rounds = 1;
      for (int candidate = 1; candidate <= LONGEST; candidate++) {
        int found = roundsBefore(all, end, candidate);
        // More must vanish than the line that tells of it.
        if (found >= 3 && (found - 2) * entries(all.subList(end - candidate, end)) >= 2) {
          size = candidate;
          rounds = found;
          break;
        }
      }
      show(all, end - size, end, backwards);
      end -= size;
      if (rounds > 1) {
        long period = all.get(end).since(all.get(end - size));
        backwards.add(new Left(rounds - 2, period));
        end -= (rounds - 2) * size;
        show(all, end - size, end, backwards);
        end -= size;
      }
    }
    Collections.reverse(backwards);
    return backwards;
  }

  private static int entries(List<Together> round) {
    return round.stream().mapToInt(together -> together.entries().size()).sum();
  }

  private static void show(List<Together> all, int from, int end, List<Item> backwards) {
    for (int i = end - 1; i >= from; i--) {
      backwards.add(new Shown(all.get(i)));
    }
  }

  /** Returns how many rounds of a size, alike and at one pace, end at an index. */
  private static int roundsBefore(List<Together> all, int end, int size) {
    int rounds = 1;
    long period = 0;
    while (end - (rounds + 1) * size >= 0) {
      int from = end - (rounds + 1) * size;
      long pace = all.get(from + size).since(all.get(from));
      if (rounds == 1) {
        period = pace;
      }
      if (pace != period || !isLikeNext(all, from, size)) {
        break;
      }
      rounds++;
    }
    return rounds;
  }

  /**
   * Answers whether each instant of a round is like that of the next, and as far from its start.
   */
  private static boolean isLikeNext(List<Together> all, int from, int size) {
    for (int i = from; i < from + size; i++) {
      if (!all.get(i).isLike(all.get(i + size))
          || all.get(i).since(all.get(from)) != all.get(i + size).since(all.get(from + size))) {
        return false;
      }
    }
    return true;
  }
}
