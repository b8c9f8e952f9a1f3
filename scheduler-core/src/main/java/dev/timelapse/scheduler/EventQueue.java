package dev.timelapse.scheduler;

/**
 * The queue, in the order of (due, priority, sequence): lanes for delays that come again and again,
 * buckets for everything else. What is cancelled stays as an empty entry until it comes first or
 * the empty ones outnumber the living. The scheduler's owner alone touches it.
 */
final class EventQueue {

  /** No lane: for an event whose delay will not come again. */
  static final long NO_LANE = -1;

  private static final int UNKNOWN = -2;

  /** How many more dead than living entries there may be. */
  private static final int SLACK = 64;

  final Slots slots = new Slots();
  private final Entries.Pool pool = new Entries.Pool();
  private final Lanes lanes = new Lanes(slots, pool);
  private final Buckets buckets = new Buckets(slots, pool);
  private int entries;
  private int dead;
  private boolean laneLeads;

  /** What {@link #first} has found, until something changes; or {@link #UNKNOWN}. */
  private int first = UNKNOWN;

  private long firstDue;

  /** Queues the event of a slot. The delay that led to its due time names its lane. */
  void add(long due, int slot, long delay) {
    entries++;
    if (first != UNKNOWN && (first == Slots.NONE || due <= firstDue)) {
      first = UNKNOWN;
    }
    boolean inLane = delay >= 0 && lanes.add(delay, due, slot);
    if (!inLane && buckets.add(due, slot)) {
      first = UNKNOWN;
    }
  }

  /** Returns the slot of the earliest event that is live, or {@link Slots#NONE}. */
  int first() {
    int known = first;
    return known >= 0 && slots.isLive(known) ? known : find();
  }

  /** Returns the due time of what {@link #first} has just found. */
  long firstDue() {
    return firstDue;
  }

  private int find() {
    while (true) {
      Lane lane = lanes.first();
      int slot = buckets.first();
      long due = slot == Slots.NONE ? Nanos.NEVER : buckets.firstDue();
      laneLeads = lane != null && (slot == Slots.NONE || leads(lane, due, slot));
      if (lane != null && laneLeads) {
        slot = lane.firstSlot;
        due = lane.firstDue;
      }
      if (slot == Slots.NONE || slots.isLive(slot)) {
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
    if (dead == entries) {
      if (dead > 0) {
        sweep();
      }
      slots.trim();
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

  private boolean leads(Lane lane, long due, int slot) {
    return lane.firstDue != due ? lane.firstDue < due : slots.isBefore(lane.firstSlot, slot);
  }

  private void sweep() {
    first = UNKNOWN;
    // What another thread has cancelled just now is swept before it is accounted for.
    int swept = lanes.sweep() + buckets.sweep();
    entries -= swept;
    dead -= swept;
  }
}
