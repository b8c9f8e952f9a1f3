package dev.timelapse.scheduler;

import org.jspecify.annotations.Nullable;

/** A list of (due, slot), first in, first out, in chunks that are used again. */
final class Entries {

  private @Nullable Chunk first;
  private @Nullable Chunk last;
  private int size;

  int size() {
    return size;
  }

  void add(long due, int slot, Pool pool) {
    Chunk chunk = last;
    if (chunk == null || chunk.end == Chunk.SIZE) {
      Chunk added = pool.take();
      if (chunk == null) {
        first = added;
      } else {
        chunk.next = added;
      }
      chunk = added;
      last = added;
    }
    chunk.dues[chunk.end] = due;
    chunk.slots[chunk.end++] = slot;
    size++;
  }

  long firstDue() {
    Chunk chunk = present(first);
    return chunk.dues[chunk.start];
  }

  int firstSlot() {
    Chunk chunk = present(first);
    return chunk.slots[chunk.start];
  }

  long lastDue() {
    Chunk chunk = present(last);
    return chunk.dues[chunk.end - 1];
  }

  int lastSlot() {
    Chunk chunk = present(last);
    return chunk.slots[chunk.end - 1];
  }

  void removeFirst(Pool pool) {
    Chunk chunk = present(first);
    size--;
    if (++chunk.start == chunk.end) {
      first = chunk.next;
      if (first == null) {
        last = null;
      }
      pool.give(chunk);
    }
  }

  /** Moves all live entries to a run, frees the slots of the others, and answers how many. */
  int moveTo(Run run, Slots table, Pool pool) {
    int dead = 0;
    for (Chunk chunk = first; chunk != null; ) {
      for (int i = chunk.start; i < chunk.end; i++) {
        int slot = chunk.slots[i];
        if (table.fetch(slot)) {
          run.add(chunk.dues[i], slot);
        } else {
          table.freeForgotten(slot);
          dead++;
        }
      }
      Chunk next = chunk.next;
      pool.give(chunk);
      chunk = next;
    }
    clear();
    return dead;
  }

  /** Moves all entries to the buckets that are now theirs. */
  void moveTo(Buckets buckets, Pool pool) {
    Chunk chunk = first;
    clear();
    while (chunk != null) {
      for (int i = chunk.start; i < chunk.end; i++) {
        buckets.place(chunk.dues[i], chunk.slots[i]);
      }
      Chunk next = chunk.next;
      pool.give(chunk);
      chunk = next;
    }
  }

  private void clear() {
    first = null;
    last = null;
    size = 0;
  }

  /** Takes all entries of another list to the end of this one. */
  void takeAll(Entries other) {
    Chunk chunk = last;
    if (chunk == null) {
      first = other.first;
    } else {
      chunk.next = other.first;
    }
    if (other.last != null) {
      last = other.last;
    }
    size += other.size;
    other.clear();
  }

  /** Removes what is dead, and answers how many that were. */
  int sweep(Slots table, Pool pool) {
    int before = size;
    Chunk chunk = first;
    clear();
    while (chunk != null) {
      for (int i = chunk.start; i < chunk.end; i++) {
        int slot = chunk.slots[i];
        if (table.isLive(slot)) {
          add(chunk.dues[i], slot, pool);
        } else {
          table.freeForgotten(slot);
        }
      }
      Chunk next = chunk.next;
      pool.give(chunk);
      chunk = next;
    }
    return before - size;
  }

  private static Chunk present(@Nullable Chunk chunk) {
    if (chunk == null) {
      throw new AssertionError("no entries");
    }
    return chunk;
  }

  /** Chunks out of use. It holds on to some, so that a steady state allocates nothing. */
  static final class Pool {

    private static final int MOST = 256;

    private @Nullable Chunk free;
    private int size;

    private Chunk take() {
      Chunk chunk = free;
      if (chunk == null) {
        return new Chunk();
      }
      free = chunk.next;
      chunk.next = null;
      size--;
      return chunk;
    }

    /** Lets go of what is out of use. */
    void trim() {
      free = null;
      size = 0;
    }

    private void give(Chunk chunk) {
      if (size < MOST) {
        chunk.start = 0;
        chunk.end = 0;
        chunk.next = free;
        free = chunk;
        size++;
      }
    }
  }

  private static final class Chunk {

    static final int SIZE = 64;

    final long[] dues = new long[SIZE];
    final int[] slots = new int[SIZE];
    int start;
    int end;
    @Nullable Chunk next;
  }
}
