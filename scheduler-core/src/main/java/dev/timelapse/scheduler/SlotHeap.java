package dev.timelapse.scheduler;

import java.util.Arrays;

/** A heap of four children a node over (due, slot). */
final class SlotHeap {

  private static final int SMALLEST = 64;

  private final Slots slots;
  private long[] dues = new long[SMALLEST];
  private int[] places = new int[SMALLEST];
  private int size;

  SlotHeap(Slots slots) {
    this.slots = slots;
  }

  int size() {
    return size;
  }

  /** Returns the due time of the earliest event; there must be one. */
  long firstDue() {
    return dues[0];
  }

  int firstSlot() {
    return places[0];
  }

  void add(long due, int slot) {
    if (size == dues.length) {
      resize(2 * size);
    }
    int i = size++;
    while (i > 0) {
      int parent = (i - 1) >>> 2;
      if (!isBefore(due, slot, parent)) {
        break;
      }
      move(parent, i);
      i = parent;
    }
    put(i, due, slot);
  }

  void removeFirst() {
    size--;
    siftDown(0, dues[size], places[size]);
    if (dues.length > SMALLEST && size < dues.length / 8) {
      resize(dues.length / 2);
    }
  }

  void clear() {
    size = 0;
    if (dues.length > SMALLEST) {
      resize(SMALLEST);
    }
  }

  /** Removes what is dead, and answers how many that were. */
  int sweep() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (slots.isLive(places[i])) {
        move(i, kept++);
      } else {
        slots.freeForgotten(places[i]);
      }
    }
    int swept = size - kept;
    size = kept;
    for (int i = (size + 2) / 4; i >= 0 && size > 1; i--) {
      if (i < size) {
        siftDown(i, dues[i], places[i]);
      }
    }
    return swept;
  }

  private void siftDown(int start, long due, int slot) {
    int i = start;
    while (true) {
      int least = 4 * i + 1;
      if (least >= size) {
        break;
      }
      int end = Math.min(least + 4, size);
      for (int child = least + 1; child < end; child++) {
        if (isBefore(dues[child], places[child], least)) {
          least = child;
        }
      }
      if (!isBefore(dues[least], places[least], due, slot)) {
        break;
      }
      move(least, i);
      i = least;
    }
    put(i, due, slot);
  }

  private boolean isBefore(long due, int slot, int place) {
    return isBefore(due, slot, dues[place], places[place]);
  }

  private boolean isBefore(long due, int slot, long otherDue, int otherSlot) {
    return due != otherDue ? due < otherDue : slots.isBefore(slot, otherSlot);
  }

  private void move(int from, int to) {
    dues[to] = dues[from];
    places[to] = places[from];
  }

  private void put(int i, long due, int slot) {
    dues[i] = due;
    places[i] = slot;
  }

  private void resize(int length) {
    dues = Arrays.copyOf(dues, length);
    places = Arrays.copyOf(places, length);
  }
}
