package dev.timelapse.scheduler;

import org.jspecify.annotations.Nullable;

/**
 * The queue, in the order of (due, priority, sequence): lanes for delays that come again and again,
 * buckets for everything else. What is cancelled stays as an empty entry until it comes first or
 * the empty ones are nearly as many as the living. The scheduler's owner alone touches it.
 */
final class EventQueue {

  /** No lane: for an event whose delay will not come again. */
  static final long NO_LANE = -1;

  private static final int UNKNOWN = -2;

  /** How many dead entries there may be beside three for four living ones. */
  private static final int SLACK = 64;

  final Slots slots = new Slots();
  private final Entries.Pool pool = new Entries.Pool();
  private final Lanes lanes = new Lanes(slots);
  private final Buckets buckets = new Buckets(slots, pool);
  private int entries;
  private int dead;

  /** What {@link #first} has found, until something changes; or {@link #UNKNOWN}. */
  private int first = UNKNOWN;

  private long firstDue;

  /** The lane whose event was found, or null if that was in a bucket. */
  private @Nullable Lane leader;

  /**
   * Up to where the leader leads: nothing that lies elsewhere comes before. It is kept up while
   * {@code first} is known.
   */
  private long boundDue = Long.MIN_VALUE;

  private int boundSlot = Slots.NONE;

  /** Queues the event of a slot. The delay that led to its due time names its lane. */
  void add(long due, int slot, long delay) {
    entries++;
    if (due <= firstDue) {
      first = UNKNOWN;
    } else if (first != UNKNOWN && due <= boundDue && bounds(due, slot)) {
      boundDue = due;
      boundSlot = slot;
    }
    boolean inLane = delay >= 0 && lanes.add(delay, due, slot);
    if (!inLane && buckets.add(due, slot)) {
      first = UNKNOWN;
    }
  }

  /** Returns the slot of the earliest event that is live, or {@link Slots#NONE}. */
  int first() {
    return first != UNKNOWN ? first : find();
  }

  /** Returns the due time of what {@link #first} has just found; never if that is nothing. */
  long firstDue() {
    return firstDue;
  }

  private int find() {
    while (true) {
      Lane lane = lanes.first();
      int slot = buckets.first();
      long due = slot == Slots.NONE ? Nanos.NEVER : buckets.firstDue();
      if (lane == null || (slot != Slots.NONE && !lane.isBefore(due, slot))) {
        leader = null;
        boundDue = Long.MIN_VALUE;
      } else {
        lead(lane, due, slot);
        slot = lane.firstSlot;
        due = lane.firstDue;
      }
      if (slot == Slots.NONE || slots.isLive(slot)) {
        int swept = buckets.takeSwept();
        entries -= swept;
        dead -= swept;
        first = slot;
        firstDue = due;
        return slot;
      }
      removeFirst();
      bury(slot);
    }
  }

  /** Removes the entry that {@link #first} has just found; its slot stays. */
  void removeFirst() {
    entries--;
    first = UNKNOWN;
    Lane lane = leader;
    if (lane == null) {
      buckets.removeFirst();
      return;
    }
    lanes.removeFirst();
    int slot = lane.firstSlot;
    if (slot != Slots.NONE && lane.firstDue <= boundDue && lane.firstStamp >= 0) {
      if (boundSlot == Slots.NONE || lane.isBefore(boundDue, boundSlot)) {
        first = slot;
        firstDue = lane.firstDue;
      }
    }
  }

  /** Frees the slot of a dead event whose entry is out of the queue. */
  void bury(int slot) {
    dead--;
    slots.freeForgotten(slot);
  }

  /** Takes account of an event that was cancelled and whose entry is still in the queue. */
  void cancelled(int slot) {
    if (slot == first) {
      first = UNKNOWN;
    }
    dead++;
    int living = entries - dead;
    // With the room to grow that is kept beside it, this is at most twice what the living need.
    if (dead > living - living / 4 + SLACK) {
      sweep();
    }
  }

  /** Lets go of all that is dead, if nothing else is left. */
  void sweepIfIdle() {
    if (dead == entries) {
      if (dead > 0) {
        sweep();
      }
      if (slots.trim()) {
        pool.trim();
      }
    }
  }

  /** Returns how many events are live. */
  int size() {
    return Math.max(0, entries - dead);
  }

  /** Returns whether no event is live. */
  boolean isEmpty() {
    return entries == dead;
  }

  private void lead(Lane lane, long due, int slot) {
    leader = lane;
    boundDue = due;
    boundSlot = slot;
    Lane second = lanes.second();
    if (second != null && (slot == Slots.NONE || second.isBefore(due, slot))) {
      boundDue = second.firstDue;
      boundSlot = second.firstSlot;
    }
  }

  private boolean bounds(long due, int slot) {
    return due < boundDue || boundSlot == Slots.NONE || slots.isBefore(slot, boundSlot);
  }

  private void sweep() {
    first = UNKNOWN;
    // What another thread has cancelled just now is swept before it is accounted for.
    int swept = lanes.sweep() + buckets.sweep();
    entries -= swept;
    dead -= swept;
  }
}
