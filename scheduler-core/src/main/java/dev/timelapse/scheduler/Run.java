package dev.timelapse.scheduler;

import java.util.Arrays;

/** A sorted stretch of (due, slot) that is played from its start to its end. */
final class Run {

  private static final int SMALLEST = 64;

  /** How much room is kept for good. */
  private static final int LARGE = 512;

  private static final int SHORT = 48;

  private final Slots slots;
  private long[] dues = new long[SMALLEST];
  private int[] places = new int[SMALLEST];
  private int next;
  private int size;

  Run(Slots slots) {
    this.slots = slots;
  }

  boolean isEmpty() {
    return next == size;
  }

  int remaining() {
    return size - next;
  }

  /** Returns the due time of the earliest event; there must be one. */
  long firstDue() {
    return dues[next];
  }

  int firstSlot() {
    return places[next];
  }

  void removeFirst() {
    next++;
  }

  void clear() {
    next = 0;
    size = 0;
    if (dues.length > LARGE) {
      dues = new long[SMALLEST];
      places = new int[SMALLEST];
    }
  }

  /** Adds an entry to a run that is being filled, in any order; {@link #sortFrom} follows. */
  void add(long due, int slot) {
    if (size == dues.length) {
      dues = Arrays.copyOf(dues, 2 * size);
      places = Arrays.copyOf(places, 2 * size);
    }
    dues[size] = due;
    places[size++] = slot;
  }

  /** Sorts what was added after the first so many, all of which is due later than those. */
  void sortFrom(int start) {
    if (size - start <= SHORT) {
      insertionSort(start, size);
      return;
    }
    for (int i = start; i < size; i += SHORT) {
      insertionSort(i, Math.min(i + SHORT, size));
    }
    mergeSort(start);
  }

  /** Removes what is dead, and answers how many that were. */
  int sweep() {
    int kept = next;
    for (int i = next; i < size; i++) {
      if (slots.isLive(places[i])) {
        dues[kept] = dues[i];
        places[kept++] = places[i];
      } else {
        slots.freeForgotten(places[i]);
      }
    }
    int swept = size - kept;
    size = kept;
    return swept;
  }

  private void insertionSort(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      long due = dues[i];
      int slot = places[i];
      int j = i;
      while (j > start && isBefore(due, slot, dues[j - 1], places[j - 1])) {
        dues[j] = dues[j - 1];
        places[j] = places[j - 1];
        j--;
      }
      dues[j] = due;
      places[j] = slot;
    }
  }

  private void mergeSort(int from) {
    long[] otherDues = dues.clone();
    int[] otherPlaces = places.clone();
    for (int width = SHORT; width < size - from; width *= 2) {
      for (int start = from; start < size; start += 2 * width) {
        int middle = Math.min(start + width, size);
        int end = Math.min(start + 2 * width, size);
        int a = start;
        int b = middle;
        for (int i = start; i < end; i++) {
          boolean left =
              b == end || (a < middle && !isBefore(dues[b], places[b], dues[a], places[a]));
          int taken = left ? a++ : b++;
          otherDues[i] = dues[taken];
          otherPlaces[i] = places[taken];
        }
      }
      long[] filledDues = otherDues;
      int[] filledPlaces = otherPlaces;
      otherDues = dues;
      otherPlaces = places;
      dues = filledDues;
      places = filledPlaces;
    }
  }

  private boolean isBefore(long due, int slot, long otherDue, int otherSlot) {
    return due != otherDue ? due < otherDue : slots.isBefore(slot, otherSlot);
  }
}
