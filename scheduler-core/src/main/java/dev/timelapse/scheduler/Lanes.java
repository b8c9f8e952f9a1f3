package dev.timelapse.scheduler;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lanes, at most one for each delay that came twice, and a heap of those that have events, by
 * their first ones.
 */
final class Lanes {

  private static final int MOST = 64;
  private static final int PLACE_BITS = 8;

  private final Slots slots;

  /** By a hash of the delay: what was seen there last, and its lane if it was seen twice. */
  private final long[] delays = new long[1 << PLACE_BITS];

  private final @Nullable Lane[] lanes = new @Nullable Lane[1 << PLACE_BITS];

  private final @Nullable Lane[] heap = new @Nullable Lane[MOST];
  private int size;

  /** Whether the first lane of the heap has another first event than when it came there. */
  private boolean unsettled;

  Lanes(Slots slots) {
    this.slots = slots;
    Arrays.fill(delays, -1);
  }

  /** Adds an event that came with a delay. Answers false if there is no lane that it fits in. */
  boolean add(long delay, long due, int slot) {
    Lane lane = laneOf(delay);
    if (lane == null) {
      return false;
    }
    if (!lane.isEmpty() || isFirst(lane)) {
      return lane.add(due, slot);
    }
    settle();
    if (size == MOST) {
      return false;
    }
    lane.add(due, slot);
    siftUp(size++, lane);
    return true;
  }

  /** Returns the lane with the earliest event, or null if all are empty. */
  @Nullable Lane first() {
    settle();
    return heap[0];
  }

  /** Returns the lane that would be first without that one, or null if there is none. */
  @Nullable Lane second() {
    Lane left = heap[1];
    Lane right = heap[2];
    return left == null || right == null || left.isBefore(right) ? left : right;
  }

  /** Removes the first event of the lane that was first, and may be no longer. */
  void removeFirst() {
    unsettled = true;
    at(0).removeFirst();
  }

  /** Answers whether a lane is still in the heap, though it may have become empty there. */
  private boolean isFirst(Lane lane) {
    return unsettled && heap[0] == lane;
  }

  private void settle() {
    if (unsettled) {
      unsettled = false;
      Lane lane = at(0);
      if (lane.isEmpty()) {
        lane = at(--size);
        heap[size] = null;
      }
      if (size > 0) {
        siftDown(0, lane);
      }
    }
  }

  /** Removes what is dead, and answers how many that were. */
  int sweep() {
    settle();
    int swept = 0;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      Lane lane = at(i);
      swept += lane.sweep();
      if (!lane.isEmpty()) {
        heap[kept++] = lane;
      }
    }
    Arrays.fill(heap, kept, size, null);
    size = kept;
    for (int i = size / 2 - 1; i >= 0; i--) {
      siftDown(i, at(i));
    }
    return swept;
  }

  private @Nullable Lane laneOf(long delay) {
    int place = (int) ((delay * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - PLACE_BITS));
    Lane lane = lanes[place];
    if (delays[place] == delay) {
      if (lane == null) {
        lane = new Lane(slots);
        lanes[place] = lane;
      }
      return lane;
    }
    if (lane == null) {
      delays[place] = delay;
    } else if (lane.isEmpty()) {
      lanes[place] = null;
      delays[place] = delay;
    }
    return null;
  }

  private void siftUp(int start, Lane lane) {
    int i = start;
    while (i > 0) {
      int parent = (i - 1) >>> 1;
      if (!lane.isBefore(at(parent))) {
        break;
      }
      heap[i] = heap[parent];
      i = parent;
    }
    heap[i] = lane;
  }

  private void siftDown(int start, Lane lane) {
    int i = start;
    while (true) {
      int child = 2 * i + 1;
      if (child >= size) {
        break;
      }
      Lane least = at(child);
      if (child + 1 < size && at(child + 1).isBefore(least)) {
        least = at(++child);
      }
      if (!least.isBefore(lane)) {
        break;
      }
      heap[i] = least;
      i = child;
    }
    heap[i] = lane;
  }

  private Lane at(int i) {
    Lane lane = heap[i];
    if (lane == null) {
      throw new AssertionError("no lane at " + i + " of " + size);
    }
    return lane;
  }
}
