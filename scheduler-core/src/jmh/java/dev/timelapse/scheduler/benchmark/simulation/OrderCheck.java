package dev.timelapse.scheduler.benchmark.simulation;

import dev.timelapse.scheduler.benchmark.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sees that a scheduler runs events in the order it promises, before it is measured. */
final class OrderCheck {

  private static final int EVENTS = 500;
  private static final int TIMES = 40;
  private static final int PRIORITIES = 3;

  private record Scheduled(int time, int priority) {}

  private OrderCheck() {}

  static void check(Peer peer, Simulator simulator) {
    if (simulator.order() == Simulator.Order.TICKS) {
      return;
    }
    Dice dice = new Dice(1);
    List<Scheduled> expected = new ArrayList<>();
    List<Scheduled> actual = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      Scheduled event = new Scheduled(dice.below(TIMES), dice.below(PRIORITIES));
      expected.add(event);
      simulator.after(event.time, event.priority, () -> actual.add(event));
    }
    // A stable sort, so insertion comes last.
    expected.sort(
        simulator.order() == Simulator.Order.TOTAL
            ? Comparator.comparingInt(Scheduled::time).thenComparingInt(Scheduled::priority)
            : Comparator.comparingInt(Scheduled::time));
    simulator.advance(TIMES / 2);
    simulator.advance(TIMES);
    if (!actual.equals(expected)) {
      throw new AssertionError(
          peer + " ran events out of order: expected " + expected + ", but was " + actual);
    }
  }
}
