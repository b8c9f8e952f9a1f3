package dev.timelapse.scheduler;

/**
 * The events of one delay or period. One that is added is hardly ever due before the last one: then
 * adding and taking need no search.
 */
final class Lane {

  final Entries entries = new Entries();

  /** The key of the first entry, for comparison with other lanes. */
  long firstDue;

  int firstSlot = Slots.NONE;

  boolean isEmpty() {
    return firstSlot == Slots.NONE;
  }

  /** Answers whether an event comes last of all here. */
  boolean accepts(long due, int slot, Slots slots) {
    if (entries.size() == 0) {
      return true;
    }
    long last = entries.lastDue();
    return due > last || (due == last && !slots.isBefore(slot, entries.lastSlot()));
  }

  void add(long due, int slot, Entries.Pool pool) {
    entries.add(due, slot, pool);
    if (firstSlot == Slots.NONE) {
      firstDue = due;
      firstSlot = slot;
    }
  }

  void removeFirst(Entries.Pool pool) {
    entries.removeFirst(pool);
    look();
  }

  /** Removes what is dead, and answers how many that were. */
  int sweep(Slots slots, Entries.Pool pool) {
    int swept = entries.sweep(slots, pool);
    look();
    return swept;
  }

  boolean isBefore(Lane other, Slots slots) {
    return firstDue != other.firstDue
        ? firstDue < other.firstDue
        : slots.isBefore(firstSlot, other.firstSlot);
  }

  private void look() {
    if (entries.size() == 0) {
      firstSlot = Slots.NONE;
    } else {
      firstDue = entries.firstDue();
      firstSlot = entries.firstSlot();
    }
  }
}
