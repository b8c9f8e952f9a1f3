package dev.timelapse.scheduler;

import org.jspecify.annotations.Nullable;

/**
 * The general part of the queue: a radix queue. Due times are numbers of eleven digits to base 64.
 * An event lies in the bucket of the first digit in which its due time differs from {@code base},
 * so that finding the next bucket takes no comparison. That bucket is sorted into a run, if it is
 * small, or dealt out over lower digits. The run is played; what is due before its end and arrives
 * late goes to a small heap beside it.
 */
final class Buckets {

  private static final int DIGIT_BITS = 6;
  private static final int RADIX = 1 << DIGIT_BITS;
  private static final int LEVELS = 11;

  /** The largest bucket that is sorted rather than dealt out. */
  private static final int RUN = 32;

  /** A run that is shorter than this takes the next bucket in too. */
  private static final int SHORT_RUN = 8;

  /** How many events may arrive late before the base is set back for them. */
  private static final int LATE = 64;

  private final Slots slots;
  private final Entries.Pool pool;
  private final @Nullable Entries[] buckets = new @Nullable Entries[LEVELS * RADIX];
  private final long[] occupied = new long[LEVELS];
  private final Run run;
  private final SlotHeap late;
  private int inBuckets;

  /** Events in buckets are due at this time or later, and all of them after {@code runEnd}. */
  private long base;

  /** The last due time that the run covers. */
  private long runEnd = -1;

  Buckets(Slots slots, Entries.Pool pool) {
    this.slots = slots;
    this.pool = pool;
    this.run = new Run(slots);
    this.late = new SlotHeap(slots);
  }

  /** Answers whether what {@link #first} has returned must be asked for again. */
  boolean add(long due, int slot) {
    if (due > runEnd) {
      place(due, slot);
      return false;
    }
    late.add(due, slot);
    if (late.size() <= LATE + run.remaining()) {
      return false;
    }
    setBack();
    return true;
  }

  /** Returns the slot of the earliest event, or {@link Slots#NONE}. */
  int first() {
    if (run.remaining() == 0) {
      if (late.size() > 0) {
        return late.firstSlot();
      }
      if (inBuckets == 0 || !refill()) {
        return Slots.NONE;
      }
    }
    return lateLeads() ? late.firstSlot() : run.firstSlot();
  }

  /** Returns the due time of what {@link #first} has just returned. */
  long firstDue() {
    return lateLeads() ? late.firstDue() : run.firstDue();
  }

  /** Removes what {@link #first} has just returned. */
  void removeFirst() {
    if (lateLeads()) {
      late.removeFirst();
    } else {
      run.removeFirst();
    }
  }

  /** Removes what is dead, and answers how many that were. */
  int sweep() {
    int swept = 0;
    for (int level = 0; level < LEVELS; level++) {
      for (long mask = occupied[level]; mask != 0; mask &= mask - 1) {
        int digit = Long.numberOfTrailingZeros(mask);
        Entries bucket = bucket(level, digit);
        swept += bucket.sweep(slots, pool);
        if (bucket.size() == 0) {
          occupied[level] &= ~(1L << digit);
        }
      }
    }
    inBuckets -= swept;
    return swept + run.sweep() + late.sweep();
  }

  private boolean lateLeads() {
    if (late.size() == 0 || run.remaining() == 0) {
      return late.size() > 0;
    }
    long lateDue = late.firstDue();
    long runDue = run.firstDue();
    return lateDue != runDue ? lateDue < runDue : slots.isBefore(late.firstSlot(), run.firstSlot());
  }

  /** Makes the next bucket that is small the run, and those after it while the run is short. */
  private boolean refill() {
    run.clear();
    while (inBuckets > 0) {
      int level = 0;
      while (occupied[level] == 0) {
        level++;
      }
      int digit = Long.numberOfTrailingZeros(occupied[level]);
      Entries bucket = bucket(level, digit);
      if (level == 0 || bucket.size() <= RUN) {
        play(level);
        return true;
      }
      occupied[level] &= occupied[level] - 1;
      inBuckets -= bucket.size();
      base = startOf(level, digit);
      bucket.moveTo(this, pool);
    }
    return false;
  }

  private void play(int level) {
    int digit;
    do {
      digit = Long.numberOfTrailingZeros(occupied[level]);
      Entries bucket = bucket(level, digit);
      if (run.remaining() + bucket.size() > RUN && run.remaining() > 0) {
        break;
      }
      occupied[level] &= occupied[level] - 1;
      inBuckets -= bucket.size();
      base = startOf(level, digit);
      runEnd = base | ((1L << (level * DIGIT_BITS)) - 1);
      int start = run.remaining();
      bucket.moveTo(run, pool);
      run.sortFrom(start);
    } while (run.remaining() < SHORT_RUN && occupied[level] != 0);
  }

  /** Returns the first due time of a bucket: above its level the digits are those of the base. */
  private long startOf(int level, int digit) {
    int shift = level * DIGIT_BITS;
    long above = shift + DIGIT_BITS >= Long.SIZE ? 0 : -1L << (shift + DIGIT_BITS);
    return unsigned((unsigned(base) & above) | ((long) digit << shift));
  }

  /** Puts an event that is due at the base or later into its bucket. */
  void place(long due, int slot) {
    int level = level(due ^ base);
    int digit = (int) (unsigned(due) >>> (level * DIGIT_BITS)) & (RADIX - 1);
    bucket(level, digit).add(due, slot, pool);
    occupied[level] |= 1L << digit;
    inBuckets++;
  }

  /**
   * Sets the base back to the earliest event, or on to it, and moves the run and the late events to
   * buckets. What lies below the first digit that changes agrees from there up, and becomes one
   * bucket.
   */
  private void setBack() {
    long earliest = late.firstDue();
    if (run.remaining() > 0) {
      earliest = Math.min(earliest, run.firstDue());
    }
    if (earliest < base) {
      int level = level(earliest ^ base);
      if (level > 0) {
        gather(level);
      }
    }
    base = earliest;
    runEnd = earliest - 1;
    while (run.remaining() > 0) {
      place(run.firstDue(), run.firstSlot());
      run.removeFirst();
    }
    while (late.size() > 0) {
      place(late.firstDue(), late.firstSlot());
      late.removeFirst();
    }
    run.clear();
    late.clear();
  }

  private void gather(int level) {
    int digit = (int) (unsigned(base) >>> (level * DIGIT_BITS)) & (RADIX - 1);
    Entries target = bucket(level, digit);
    for (int lower = 0; lower < level; lower++) {
      for (long mask = occupied[lower]; mask != 0; mask &= mask - 1) {
        target.takeAll(bucket(lower, Long.numberOfTrailingZeros(mask)));
      }
      occupied[lower] = 0;
    }
    if (target.size() > 0) {
      occupied[level] |= 1L << digit;
    }
  }

  private Entries bucket(int level, int digit) {
    int i = level * RADIX + digit;
    Entries bucket = buckets[i];
    if (bucket == null) {
      bucket = new Entries();
      buckets[i] = bucket;
    }
    return bucket;
  }

  private static int level(long difference) {
    return (Long.SIZE - 1 - Long.numberOfLeadingZeros(difference | 1)) / DIGIT_BITS;
  }

  /** Flips the sign, so that digits of negative times come before those of others; and back. */
  private static long unsigned(long due) {
    return due ^ Long.MIN_VALUE;
  }
}
