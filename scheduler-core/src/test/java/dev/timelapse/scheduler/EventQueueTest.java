package dev.timelapse.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The queue against a sorted set, with many events and delays that are hard in different ways. */
class EventQueueTest {

  private static final int OPERATIONS = 200_000;
  private static final Task NOTHING = () -> {};

  private final EventQueue queue = new EventQueue();
  private final TreeSet<Entry> model =
      new TreeSet<>(
          Comparator.comparingLong(Entry::due)
              .thenComparingInt(Entry::priority)
              .thenComparingLong(Entry::sequence));
  private final List<Entry> all = new ArrayList<>();
  private final Dice dice = new Dice(20_260_327);
  private long sequence;

  private enum Spread {
    /** Many events at one time. */
    NARROW {
      @Override
      long delay(Dice dice) {
        return dice.below(8);
      }
    },
    /** Nanoseconds to days. */
    WIDE {
      @Override
      long delay(Dice dice) {
        return (dice.next() >>> 1) >>> (10 + dice.below(50));
      }
    },
    /** Few delays, so that there are lanes, and now and then another one. */
    REPEATED {
      @Override
      long delay(Dice dice) {
        return dice.oneIn(10) ? dice.below(5000) : 1000L * (1 + dice.below(100));
      }
    },
    /** Some of the delays have no end. */
    FOR_EVER {
      @Override
      long delay(Dice dice) {
        return dice.oneIn(3) ? Nanos.NEVER : dice.below(1000);
      }
    },
    /** Long before zero and long after. */
    BOTH_SIGNS {
      @Override
      long delay(Dice dice) {
        return dice.next() >> (4 + dice.below(59));
      }
    };

    abstract long delay(Dice dice);
  }

  /** Few events play a tournament, many are in buckets, and in between one becomes the other. */
  private static Stream<Arguments> loads() {
    return Stream.of(Spread.values())
        .flatMap(spread -> Stream.of(3, 60, 300, 4000).map(most -> Arguments.of(spread, most)));
  }

  @ParameterizedTest
  @MethodSource("loads")
  void randomOperations_onBothSides_giveTheSameOrder(Spread spread, int most) {
    long now = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      // Fills and empties in turn, so that every part of the queue grows and shrinks.
      boolean filling = i / 20_000 % 2 == 0;
      int choice = dice.below(10);
      if (choice < (filling ? 6 : 2) && model.size() < most) {
        add(now, spread.delay(dice));
      } else if (choice < 7 && !all.isEmpty()) {
        cancel(all.get(dice.below(all.size())));
      } else {
        now = Math.max(now, takeFirst());
      }
      assertThat(queue.isEmpty()).isEqualTo(model.isEmpty());
    }
    while (!model.isEmpty()) {
      takeFirst();
    }
    assertThat(queue.first()).isEqualTo(Slots.NONE);
  }

  private void add(long now, long delay) {
    long due = Nanos.plus(now, delay);
    int priority = dice.oneIn(4) ? dice.below(3) - 1 : 0;
    int slot = queue.slots.add(NOTHING, due, priority, sequence);
    queue.add(due, slot, delay);
    Entry entry = new Entry(due, priority, sequence++, slot);
    model.add(entry);
    all.add(entry);
    if (all.size() > 5000) {
      all.subList(0, 2500).clear();
    }
  }

  private void cancel(Entry entry) {
    long stamp = Slots.stamp(entry.priority, entry.sequence);
    long due = queue.slots.cancelAsOwner(entry.slot, stamp, dice.oneIn(2));
    assertThat(due).isEqualTo(model.remove(entry) ? entry.due : Slots.GONE);
    if (due != Slots.GONE) {
      queue.cancelled(entry.slot);
    }
  }

  private long takeFirst() {
    int slot = queue.first();
    if (model.isEmpty()) {
      assertThat(slot).isEqualTo(Slots.NONE);
      return 0;
    }
    Entry expected = model.pollFirst();
    assertThat(slot).isEqualTo(expected.slot);
    assertThat(queue.firstDue()).isEqualTo(expected.due);
    assertThat(queue.slots.sequence(slot)).isEqualTo(expected.sequence);
    queue.removeFirst();
    queue.slots.retire(slot);
    queue.slots.free(slot);
    return expected.due;
  }

  private record Entry(long due, int priority, long sequence, int slot) {}
}
