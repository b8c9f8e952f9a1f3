package dev.timelapse.scheduler;

import java.util.Arrays;

/**
 * A few (due, slot) in a tree in which the earlier of two goes up. A place that changes is played
 * up to the top against those that have not changed, without a branch that depends on due times:
 * nobody could predict it, and that would cost more than the comparison. What has left and not been
 * replaced yet is played when somebody asks who is first, so that an event which follows another
 * one, as most do, costs one way up.
 */
final class Tournament {

  private static final int SMALLEST = 4;

  private final Slots slots;

  /** By node: who is first below. Node 1 is the top, 2i and 2i + 1 play for node i. */
  private int[] winners;

  /** By place: when what is there is due. */
  private long[] dues;

  /** By place: the slot; or, if nothing is there, the next such place in {@link #link}. */
  private int[] entries;

  private int firstFree;
  private int size;

  /** The place that has become empty and is still on its way up, or {@link Slots#NONE}. */
  private int hole = Slots.NONE;

  Tournament(Slots slots) {
    this.slots = slots;
    this.winners = new int[2 * SMALLEST];
    this.dues = new long[SMALLEST];
    this.entries = new int[SMALLEST];
    clear();
  }

  int size() {
    return size;
  }

  /** Returns the due time of the earliest event; there must be one. */
  long firstDue() {
    settle();
    return dues[winners[1]];
  }

  /** Returns the slot of the earliest event; there must be one. */
  int firstSlot() {
    settle();
    return entries[winners[1]];
  }

  void add(long due, int slot) {
    int place = hole;
    if (place != Slots.NONE) {
      hole = Slots.NONE;
    } else {
      if (firstFree == Slots.NONE) {
        grow();
      }
      place = firstFree;
      firstFree = link(entries[place]);
    }
    size++;
    entries[place] = slot;
    play(place, due);
  }

  void removeFirst() {
    settle();
    hole = winners[1];
    size--;
  }

  /** Moves all to the buckets that are theirs. */
  void moveTo(Buckets buckets) {
    settle();
    for (int place = 0; place < entries.length; place++) {
      if (entries[place] >= 0) {
        buckets.place(dues[place], entries[place]);
      }
    }
    clear();
  }

  /** Removes what is dead, and answers how many that were. */
  int sweep() {
    settle();
    int before = size;
    for (int place = 0; place < entries.length; place++) {
      int slot = entries[place];
      if (slot >= 0 && !slots.isLive(slot)) {
        slots.freeForgotten(slot);
        size--;
        vacate(place);
      }
    }
    return before - size;
  }

  /** Lets go of everything. */
  void clear() {
    if (entries.length > SMALLEST) {
      winners = new int[2 * SMALLEST];
      dues = new long[SMALLEST];
      entries = new int[SMALLEST];
    }
    size = 0;
    hole = Slots.NONE;
    firstFree = Slots.NONE;
    empty(0);
  }

  private void settle() {
    if (hole != Slots.NONE) {
      int place = hole;
      hole = Slots.NONE;
      vacate(place);
    }
  }

  private void vacate(int place) {
    entries[place] = link(firstFree);
    firstFree = place;
    play(place, Nanos.NEVER);
  }

  /** Plays a place, whose entry is due then, up to the top. */
  private void play(int place, long itsDue) {
    int[] nodes = winners;
    long[] times = dues;
    times[place] = itsDue;
    int winner = place;
    long due = itsDue;
    for (int node = times.length + place; node > 1; ) {
      int other = nodes[node ^ 1];
      long otherDue = times[other];
      boolean loses = otherDue < due;
      if (otherDue == due) {
        loses = isBefore(other, winner);
      }
      winner = loses ? other : winner;
      due = loses ? otherDue : due;
      node >>>= 1;
      nodes[node] = winner;
    }
  }

  /** Compares two places that are due at the same time; empty ones come last. */
  private boolean isBefore(int place, int other) {
    int slot = entries[place];
    int otherSlot = entries[other];
    return slot >= 0 && (otherSlot < 0 || slots.isBefore(slot, otherSlot));
  }

  private void grow() {
    int places = entries.length;
    winners = new int[4 * places];
    dues = Arrays.copyOf(dues, 2 * places);
    entries = Arrays.copyOf(entries, 2 * places);
    empty(places);
    for (int place = 0; place < places; place++) {
      play(place, dues[place]);
    }
  }

  /** Makes the places from one on empty ones. */
  private void empty(int from) {
    int places = entries.length;
    Arrays.fill(dues, from, places, Nanos.NEVER);
    for (int place = places - 1; place >= 0; place--) {
      winners[places + place] = place;
      if (place >= from) {
        entries[place] = link(firstFree);
        firstFree = place;
      }
    }
    for (int node = places - 1; node > 0; node--) {
      winners[node] = winners[2 * node];
    }
  }

  /** Turns a place into a link, which is never a slot, and back. */
  private static int link(int place) {
    return -2 - place;
  }
}
