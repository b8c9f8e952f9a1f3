package dev.timelapse.scheduler;

/**
 * The queue, in the order of (due, priority, sequence): lanes for delays that come again and again,
 * buckets for everything else. What is cancelled stays as an empty entry until it comes first or
 * the empty ones outnumber the living. The scheduler's owner alone touches it.
 */
final class EventQueue {

  /** No lane: for an event whose delay will not come again. */
  static final long NO_LANE = -1;

  /** How many more dead than living entries there may be. */
  private static final int SLACK = 64;

  final Slots slots = new Slots();
  private final Entries.Pool pool = new Entries.Pool();
  private final Lanes lanes = new Lanes(slots, pool);
  private final Buckets buckets = new Buckets(slots, pool);
  private int entries;
  private int dead;
  private boolean laneLeads;

  /** Queues the event of a slot. The delay that led to its due time names its lane. */
  void add(long due, int slot, long delay) {
    entries++;
    if (delay < 0 || !lanes.add(delay, due, slot)) {
      buckets.add(due, slot);
    }
  }

  /** Returns the slot of the earliest event that is live, or {@link Slots#NONE}. */
  int first() {
    while (true) {
      Lane lane = lanes.first();
      int slot = buckets.first();
      laneLeads = lane != null && (slot == Slots.NONE || leads(lane, slot));
      if (lane != null && laneLeads) {
        slot = lane.firstSlot;
      }
      if (slot == Slots.NONE || slots.isLive(slot)) {
        return slot;
      }
      removeFirst();
      bury(slot);
    }
  }

  /** Removes the entry that {@link #first} has just found; its slot stays. */
  void removeFirst() {
    entries--;
    if (laneLeads) {
      lanes.removeFirst();
    } else {
      buckets.removeFirst();
    }
  }

  /** Frees the slot of a dead event whose entry is out of the queue. */
  void bury(int slot) {
    dead--;
    slots.freeForgotten(slot);
  }

  /** Takes account of an event that was cancelled and whose entry is still in the queue. */
  void cancelled() {
    dead++;
    if (dead > entries - dead + SLACK) {
      sweep();
    }
  }

  /** Lets go of all that is dead, if nothing else is left. */
  void sweepIfIdle() {
    if (dead > 0 && dead == entries) {
      sweep();
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

  private boolean leads(Lane lane, int slot) {
    long due = buckets.firstDue();
    return lane.firstDue != due ? lane.firstDue < due : slots.isBefore(lane.firstSlot, slot);
  }

  private void sweep() {
    // What another thread has cancelled just now is swept before it is accounted for.
    int swept = lanes.sweep() + buckets.sweep();
    entries -= swept;
    dead -= swept;
  }
}
