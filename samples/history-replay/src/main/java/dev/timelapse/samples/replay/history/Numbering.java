package dev.timelapse.samples.replay.history;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which nodes a system has. It has as many as its rows state, the largest number if they differ;
 * the numbers that occur are all nodes, whether they begin at 0, at 1 or at 129, and the lowest
 * unused numbers stand for the nodes that never failed. Where more numbers occur than nodes are
 * stated, there are as many nodes as numbers.
 */
final class Numbering {

  private final int stated;
  private final int beyond;
  private final List<Integer> numbers;

  private Numbering(int stated, NavigableSet<Integer> occurring) {
    this.stated = stated;
    this.beyond = occurring.tailSet(stated, true).size();
    NavigableSet<Integer> all = new TreeSet<>(occurring);
    for (int number = 0; all.size() < stated; number++) {
      all.add(number);
    }
    this.numbers = List.copyOf(all);
  }

  static Numbering of(List<LanlRow> rows) {
    NavigableSet<Integer> occurring = new TreeSet<>();
    int stated = 0;
    for (LanlRow row : rows) {
      occurring.add(row.number());
      stated = Math.max(stated, row.nodeCount());
    }
    return new Numbering(stated, occurring);
  }

  int stated() {
    return stated;
  }

  /** Returns how many of the numbers that occur are not below the stated number of nodes. */
  int beyond() {
    return beyond;
  }

  int place(int number) {
    return Collections.binarySearch(numbers, number);
  }

  List<String> names() {
    return numbers.stream().map(number -> "node-" + number).toList();
  }
}
