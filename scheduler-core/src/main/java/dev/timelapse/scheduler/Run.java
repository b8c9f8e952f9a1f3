package dev.timelapse.scheduler;

/**
 * A sorted stretch of (due, slot) that is played from its start to its end. What arrives meanwhile
 * can be inserted.
 */
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
      makeRoom();
    }
    dues[size] = due;
    places[size++] = slot;
  }

  /** Puts an entry into its place, for which those before it or those after it move. */
  void insert(long due, int slot) {
    if (next == size) {
      next = 0;
      size = 0;
    }
    if (size == dues.length) {
      makeRoom();
    }
    if (size - next > SHORT) {
      insertFar(placeOf(due, slot), due, slot);
      return;
    }
    int place = size++;
    while (place > next && isBefore(due, slot, dues[place - 1], places[place - 1])) {
      dues[place] = dues[place - 1];
      places[place] = places[place - 1];
      place--;
    }
    dues[place] = due;
    places[place] = slot;
  }

  private void insertFar(int at, long due, int slot) {
    int place = at;
    int before = place - next;
    int after = size - place;
    if (before < after && next > 0) {
      System.arraycopy(dues, next, dues, next - 1, before);
      System.arraycopy(places, next, places, next - 1, before);
      next--;
      place--;
    } else {
      System.arraycopy(dues, place, dues, place + 1, after);
      System.arraycopy(places, place, places, place + 1, after);
      size++;
    }
    dues[place] = due;
    places[place] = slot;
  }

  /** Answers whether an event comes last, at the time of the last one. */
  boolean endsAt(long due, int slot) {
    return due == dues[size - 1] && !slots.isBefore(slot, places[size - 1]);
  }

  /**
   * Takes out the second half, more or less, and gives it to buckets that are based on its first
   * due time. Answers false, and does nothing, if all is due at one time.
   */
  boolean halve(Buckets buckets) {
    int cut = next + (size - next) / 2;
    while (cut < size && dues[cut] == dues[cut - 1]) {
      cut++;
    }
    if (cut == size) {
      do {
        cut--;
      } while (cut > next && dues[cut] == dues[cut - 1]);
    }
    if (cut == next) {
      return false;
    }
    buckets.rebase(dues[cut]);
    for (int i = cut; i < size; i++) {
      buckets.place(dues[i], places[i]);
    }
    size = cut;
    return true;
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

  /**
   * Returns where an event belongs: after all that are not due later, but for those that it
   * precedes at one time. The search has no branch that depends on due times, because nobody could
   * predict it; halves are compared since they differ by no more than a long holds.
   */
  private int placeOf(long due, int slot) {
    long half = due >> 1;
    int place = next;
    int length = size - next;
    while (length > 1) {
      int step = length >>> 1;
      int back = (int) ((half - (dues[place + step - 1] >> 1)) >> (Long.SIZE - 1));
      place += step & ~back;
      length -= step;
    }
    if (length == 1 && dues[place] >> 1 <= half) {
      place++;
    }
    while (place > next && isBefore(due, slot, dues[place - 1], places[place - 1])) {
      place--;
    }
    return place;
  }

  private void makeRoom() {
    int length = size - next;
    boolean crowded = length > dues.length / 2;
    long[] otherDues = crowded ? new long[2 * dues.length] : dues;
    int[] otherPlaces = crowded ? new int[2 * dues.length] : places;
    System.arraycopy(dues, next, otherDues, 0, length);
    System.arraycopy(places, next, otherPlaces, 0, length);
    dues = otherDues;
    places = otherPlaces;
    next = 0;
    size = length;
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
