package dev.timelapse.scheduler;

/**
 * The events of one delay or period, in a ring. One that is added is hardly ever due before the
 * last one: then adding and taking need no search. What compares lanes is at hand in the lane.
 */
final class Lane {

  private static final int SMALLEST = 8;

  /** How much room is kept for good. */
  private static final int LARGE = 512;

  private final Slots slots;
  private long[] dues = new long[SMALLEST];
  private int[] places = new int[SMALLEST];
  private int head;
  private int size;

  /** The due time, signed stamp and slot of the first entry; no slot if there is none. */
  long firstDue;

  long firstStamp;
  int firstSlot = Slots.NONE;

  private long lastDue;
  private long lastStamp;
  private int lastSlot;

  Lane(Slots slots) {
    this.slots = slots;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Adds an event, if it comes last of all here. Answers whether it does. */
  boolean add(long due, int slot) {
    long stamp = slots.signedStamp(slot);
    if (size > 0
        && due <= lastDue
        && (due < lastDue || slots.isBefore(slot, stamp, lastSlot, lastStamp))) {
      return false;
    }
    if (size == dues.length) {
      resize(size + Math.max(size / 4, SMALLEST));
    }
    int i = head + size++;
    if (i >= dues.length) {
      i -= dues.length;
    }
    dues[i] = due;
    places[i] = slot;
    lastDue = due;
    lastStamp = stamp;
    lastSlot = slot;
    if (size == 1) {
      look();
    }
    return true;
  }

  void removeFirst() {
    size--;
    if (++head == dues.length) {
      head = 0;
    }
    look();
  }

  /** Removes what is dead, and answers how many that were. */
  int sweep() {
    int before = size;
    int kept = 0;
    for (int i = 0; i < before; i++) {
      int from = at(i);
      int slot = places[from];
      if (slots.isLive(slot)) {
        int to = at(kept++);
        dues[to] = dues[from];
        places[to] = slot;
      } else {
        slots.freeForgotten(slot);
      }
    }
    size = kept;
    if (kept > 0) {
      int last = at(kept - 1);
      lastDue = dues[last];
      lastSlot = places[last];
      lastStamp = slots.signedStamp(lastSlot);
    }
    // Not as soon as half of it is free: it is, after most sweeps, and fills again.
    if (kept < dues.length / 4 && dues.length > LARGE) {
      resize(2 * kept + SMALLEST);
    }
    look();
    return before - kept;
  }

  boolean isBefore(Lane other) {
    return firstDue != other.firstDue
        ? firstDue < other.firstDue
        : slots.isBefore(firstSlot, firstStamp, other.firstSlot, other.firstStamp);
  }

  /** Answers whether the first event here is before one of a due time. */
  boolean isBefore(long due, int slot) {
    return firstDue != due
        ? firstDue < due
        : slots.isBefore(firstSlot, firstStamp, slot, slots.signedStamp(slot));
  }

  private void look() {
    if (size == 0) {
      firstSlot = Slots.NONE;
      if (dues.length > LARGE) {
        resize(SMALLEST);
      }
    } else {
      firstDue = dues[head];
      firstSlot = places[head];
      firstStamp = slots.signedStamp(firstSlot);
    }
  }

  private int at(int i) {
    int place = head + i;
    return place < dues.length ? place : place - dues.length;
  }

  private void resize(int length) {
    long[] otherDues = new long[length];
    int[] otherPlaces = new int[length];
    int straight = Math.min(size, dues.length - head);
    System.arraycopy(dues, head, otherDues, 0, straight);
    System.arraycopy(dues, 0, otherDues, straight, size - straight);
    System.arraycopy(places, head, otherPlaces, 0, straight);
    System.arraycopy(places, 0, otherPlaces, straight, size - straight);
    dues = otherDues;
    places = otherPlaces;
    head = 0;
  }
}
