package dev.timelapse.scheduler;

import org.jspecify.annotations.Nullable;

/**
 * The general part of the queue: a radix queue. Due times are numbers of eleven digits to base 64.
 * An event lies in the bucket of the first digit in which its due time differs from {@code base},
 * so that finding the next bucket takes no comparison. That bucket is sorted into a run, if it is
 * small, or dealt out over lower digits. The run is played; what arrives late for it, since it is
 * due before its end, plays a tournament beside it. While there are few events the run has no end,
 * and nothing gets into a bucket.
 */
final class Buckets {

  private static final int DIGIT_BITS = 6;
  private static final int RADIX = 1 << DIGIT_BITS;
  private static final int LEVELS = 11;

  /** The largest bucket that is sorted rather than dealt out. */
  private static final int RUN = 32;

  /** A run that is shorter than this takes the next bucket in too. */
  private static final int SHORT_RUN = 16;

  /** Up to how many events all become one run without an end. */
  private static final int FEW = 192;

  /** How many events may arrive late before the base is set back for them. */
  private static final int LATE = 256;

  private final Slots slots;
  private final Entries.Pool pool;
  private final @Nullable Entries[] buckets = new @Nullable Entries[LEVELS * RADIX];
  private final long[] occupied = new long[LEVELS];
  private final Run run;
  private final Tournament late;
  private boolean lateLeads;
  private int inBuckets;
  private int swept;

  /** Events in buckets are due at this time or later, and all of them after {@code runEnd}. */
  private long base;

  /** The last due time that the run covers. */
  private long runEnd = Nanos.NEVER;

  Buckets(Slots slots, Entries.Pool pool) {
    this.slots = slots;
    this.pool = pool;
    this.run = new Run(slots);
    this.late = new Tournament(slots);
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
    while (run.isEmpty() && late.size() == 0) {
      if (inBuckets == 0) {
        return Slots.NONE;
      }
      refill();
    }
    lateLeads = late.size() > 0 && (run.isEmpty() || lateIsBeforeRun());
    return lateLeads ? late.firstSlot() : run.firstSlot();
  }

  /** Returns the due time of what {@link #first} has just returned. */
  long firstDue() {
    return lateLeads ? late.firstDue() : run.firstDue();
  }

  /** Removes what {@link #first} has just returned. */
  void removeFirst() {
    if (lateLeads) {
      late.removeFirst();
    } else {
      run.removeFirst();
    }
  }

  /** Returns how many dead ones were removed on the way since the last call. */
  int takeSwept() {
    int taken = swept;
    swept = 0;
    return taken;
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

  private boolean lateIsBeforeRun() {
    long lateDue = late.firstDue();
    long runDue = run.firstDue();
    return lateDue != runDue ? lateDue < runDue : slots.isBefore(late.firstSlot(), run.firstSlot());
  }

  /**
   * Makes the next bucket the run if that is small, and those after it while the run is short; else
   * deals it out.
   */
  private void refill() {
    run.clear();
    if (inBuckets <= FEW) {
      for (int level = 0; level < LEVELS; level++) {
        while (occupied[level] != 0) {
          play(level);
        }
      }
      runEnd = Nanos.NEVER;
      return;
    }
    int level = 0;
    while (occupied[level] == 0) {
      level++;
    }
    Entries bucket = bucket(level, Long.numberOfTrailingZeros(occupied[level]));
    if (level == 0 || bucket.size() <= RUN) {
      do {
        play(level);
        bucket = bucket(level, Long.numberOfTrailingZeros(occupied[level]) & (RADIX - 1));
      } while (run.remaining() < SHORT_RUN
          && occupied[level] != 0
          && (run.isEmpty() || run.remaining() + bucket.size() <= RUN));
    } else {
      takeOut(level, bucket);
      bucket.moveTo(this, pool);
    }
  }

  /** Adds the next bucket of a level to the run. */
  private void play(int level) {
    Entries bucket = bucket(level, Long.numberOfTrailingZeros(occupied[level]));
    takeOut(level, bucket);
    runEnd = base | ((1L << (level * DIGIT_BITS)) - 1);
    int start = run.remaining();
    swept += bucket.moveTo(run, slots, pool);
    run.sortFrom(start);
  }

  private void takeOut(int level, Entries bucket) {
    base = startOf(level, Long.numberOfTrailingZeros(occupied[level]));
    occupied[level] &= occupied[level] - 1;
    inBuckets -= bucket.size();
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

  /** Moves the run and the late events to buckets that are based on the earliest of them. */
  private void setBack() {
    long earliest = late.firstDue();
    if (!run.isEmpty()) {
      earliest = Math.min(earliest, run.firstDue());
    }
    rebase(earliest);
    while (!run.isEmpty()) {
      place(run.firstDue(), run.firstSlot());
      run.removeFirst();
    }
    late.moveTo(this);
    run.clear();
  }

  /**
   * Moves the base to a time that the run covers or has left behind. What lies below the first
   * digit that changes agrees from there up, and becomes one bucket.
   */
  private void rebase(long due) {
    if (inBuckets > 0 && due < base) {
      int level = level(due ^ base);
      if (level > 0) {
        gather(level);
      }
    }
    base = due;
    runEnd = due - 1;
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
