package dev.timelapse.scheduler;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A table of what is pending, so that a one-shot needs no object of its own. A slot holds what to
 * run, when it is due, its priority and its stamp: the sequence number, negative once it will not
 * run. A sequence number is never used twice, so that (slot, sequence) names one event for ever.
 *
 * <p>The scheduler's owner alone adds, frees and changes the size. Other threads read what was
 * published last; they {@link #cancel} under a lock that keeps the size.
 */
final class Slots {

  static final int NONE = -1;

  /** What {@link #dueOf} answers for an event that is not to run any more. */
  static final long GONE = Long.MIN_VALUE;

  private static final int SMALLEST = 64;
  private static final long DEAD = Long.MIN_VALUE;
  private static final long FREE = -1;
  private static final VarHandle ACTION = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

  private final Object size = new Object();

  private @Nullable Object[] actions = {};
  private int[] priorities = {};

  /** Due time and stamp in turn. In a free slot, the first is the number of the next free one. */
  private long[] words = {};

  private int firstFree = NONE;
  private int used;
  private volatile Table published = new Table(actions, priorities, words);

  // What the owner does.

  int add(Object action, long due, int priority, long sequence) {
    if (firstFree == NONE) {
      resize(Math.max(SMALLEST, actions.length + Math.max(actions.length / 4, SMALLEST)));
    }
    int slot = firstFree;
    firstFree = (int) words[2 * slot];
    used++;
    actions[slot] = action;
    renew(slot, due, priority, sequence);
    return slot;
  }

  /** Gives a slot whose event has been taken a new due time and sequence. */
  void renew(int slot, long due, int priority, long sequence) {
    priorities[slot] = priority;
    words[2 * slot] = due;
    WORD.setRelease(words, 2 * slot + 1, sequence);
  }

  void free(int slot) {
    actions[slot] = null;
    words[2 * slot + 1] = FREE;
    words[2 * slot] = firstFree;
    firstFree = slot;
    used--;
  }

  /**
   * Frees the slot of an event that was cancelled. Its canceller, on another thread, may be about
   * to let go of the action: that must not hit the slot's next event.
   */
  void freeForgotten(int slot) {
    while (ACTION.getAcquire(actions, slot) != null) {
      Thread.onSpinWait();
    }
    free(slot);
  }

  /**
   * Takes a one-shot to run it: notes what it is and frees its slot. Answers its task, or null if
   * another thread has cancelled it since it was found.
   */
  @Nullable Task take(int slot, Firing firing, long now) {
    long stamp = words[2 * slot + 1];
    Object action = actions[slot];
    if (stamp < 0 || !WORD.compareAndSet(words, 2 * slot + 1, stamp, stamp | DEAD)) {
      return null;
    }
    firing.start(slot, stamp, priorities[slot], words[2 * slot], now);
    free(slot);
    return (Task) action;
  }

  /** Takes an event out of the running whose end is decided elsewhere; its slot stays. */
  void retire(int slot) {
    WORD.setRelease(words, 2 * slot + 1, words[2 * slot + 1] | DEAD);
  }

  /** Lets go of what a retired slot would have run. */
  void forget(int slot) {
    actions[slot] = null;
  }

  @Nullable Object action(int slot) {
    return actions[slot];
  }

  long due(int slot) {
    return words[2 * slot];
  }

  int priority(int slot) {
    return priorities[slot];
  }

  long sequence(int slot) {
    return words[2 * slot + 1] & ~DEAD;
  }

  boolean isLive(int slot) {
    return words[2 * slot + 1] >= 0;
  }

  /** Compares two events that are due at the same time. */
  boolean isBefore(int slot, int other) {
    int priority = priorities[slot];
    int otherPriority = priorities[other];
    return priority != otherPriority ? priority < otherPriority : sequence(slot) < sequence(other);
  }

  /** Gives back the memory of a table that has become almost empty. */
  void trim() {
    if (used == 0 && actions.length > SMALLEST) {
      actions = new Object[0];
      priorities = new int[0];
      words = new long[0];
      firstFree = NONE;
      resize(SMALLEST);
    }
  }

  private void resize(int length) {
    synchronized (size) {
      int old = actions.length;
      actions = Arrays.copyOf(actions, length);
      priorities = Arrays.copyOf(priorities, length);
      words = Arrays.copyOf(words, 2 * length);
      for (int slot = length - 1; slot >= old; slot--) {
        words[2 * slot] = firstFree;
        words[2 * slot + 1] = FREE;
        firstFree = slot;
      }
      published = new Table(actions, priorities, words);
    }
  }

  // What any thread may do.

  /** Answers whether the event of this sequence number is still to run. */
  boolean isLive(int slot, long sequence) {
    return published.stamp(slot) == sequence;
  }

  /** Answers whether a slot has an event that is still to run. */
  boolean isLiveNow(int slot) {
    return published.stamp(slot) >= 0;
  }

  /** Returns when the event of this sequence number is due, or {@link #GONE}. */
  long dueOf(int slot, long sequence) {
    Table table = published;
    if (table.stamp(slot) != sequence) {
      return GONE;
    }
    long due = (long) WORD.getVolatile(table.words, 2 * slot);
    return table.stamp(slot) == sequence ? due : GONE;
  }

  /**
   * Decides that the event of this sequence number will not run, and lets go of it, unless it has
   * been decided otherwise. Answers whether this call did it.
   */
  boolean cancel(int slot, long sequence) {
    synchronized (size) {
      Table table = published;
      if (table.stamp(slot) != sequence
          || !WORD.compareAndSet(table.words, 2 * slot + 1, sequence, sequence | DEAD)) {
        return false;
      }
      ACTION.setRelease(table.actions, slot, null);
      return true;
    }
  }

  /** As {@link #cancel}, for the owner. */
  boolean cancelAsOwner(int slot, long sequence) {
    if (slot >= actions.length
        || !WORD.compareAndSet(words, 2 * slot + 1, sequence, sequence | DEAD)) {
      return false;
    }
    actions[slot] = null;
    return true;
  }

  /** Answers whether some slot is live. */
  boolean hasLive() {
    Table table = published;
    for (int slot = 0; slot < table.actions.length; slot++) {
      if (table.isToRun(slot)) {
        return true;
      }
    }
    return false;
  }

  /** Goes through what is live; on other threads than the owner's, give or take some. */
  void addTo(Snapshot snapshot) {
    Table table = published;
    for (int slot = 0; slot < table.actions.length; slot++) {
      Object action = table.actions[slot];
      if (action != null && table.isToRun(slot)) {
        snapshot.add(
            action, table.words[2 * slot], table.priorities[slot], table.words[2 * slot + 1]);
      }
    }
  }

  private static final class Table {

    final @Nullable Object[] actions;
    final int[] priorities;
    final long[] words;

    Table(@Nullable Object[] actions, int[] priorities, long[] words) {
      this.actions = actions;
      this.priorities = priorities;
      this.words = words;
    }

    long stamp(int slot) {
      return slot < actions.length ? (long) WORD.getVolatile(words, 2 * slot + 1) : FREE;
    }

    /** Answers whether the slot is live, also to those who have just cancelled what is in it. */
    boolean isToRun(int slot) {
      return stamp(slot) >= 0 && !(actions[slot] instanceof ArmedEvent event && event.hasEnded());
    }
  }
}
