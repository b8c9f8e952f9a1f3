package dev.timelapse.scheduler;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A table of what is pending, so that a one-shot needs no object of its own. A slot holds what to
 * run, when it is due, and its stamp: the sequence number, a bit if it has another priority than 0,
 * and the sign once it will not run. A sequence number is never used twice, so that (slot, stamp)
 * names one event for ever.
 *
 * <p>The scheduler's owner alone adds, frees and changes the size. Other threads read what was
 * published last; they {@link #cancel} under a lock that keeps the size.
 */
final class Slots {

  static final int NONE = -1;

  /** What is answered instead of a due time for an event that is not to run any more. */
  static final long GONE = Long.MIN_VALUE;

  private static final int SMALLEST = 64;
  private static final long DEAD = Long.MIN_VALUE;
  private static final long RANKED = 1L << 62;
  private static final long FREE = -1;
  private static final VarHandle ACTION = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

  private final Object size = new Object();

  private @Nullable Object[] actions = {};

  /** Due time and stamp in turn. In a free slot, the first is the number of the next free one. */
  private long[] words = {};

  /** The priorities of those whose stamp says so; empty until there is one. */
  private int[] priorities = {};

  private int firstFree = NONE;
  private int used;
  private volatile Table published = new Table(actions, words, priorities);

  static long stamp(int priority, long sequence) {
    return priority == 0 ? sequence : sequence | RANKED;
  }

  // What the owner does.

  int add(Object action, long due, int priority, long sequence) {
    int slot = firstFree;
    if (slot == NONE) {
      grow();
      slot = firstFree;
    }
    firstFree = (int) words[2 * slot];
    used++;
    actions[slot] = action;
    renew(slot, due, priority, sequence);
    return slot;
  }

  /** Gives a slot whose event has been taken a new due time and sequence. */
  void renew(int slot, long due, int priority, long sequence) {
    if (priority != 0) {
      rank(slot, priority);
    }
    words[2 * slot] = due;
    WORD.setRelease(words, 2 * slot + 1, stamp(priority, sequence));
  }

  void free(int slot) {
    actions[slot] = null;
    WORD.setOpaque(words, 2 * slot + 1, FREE);
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
   * Decides that a one-shot runs; its slot is to be freed. Answers false if another thread has
   * cancelled it since it was found.
   *
   * @param alone whether no other thread can
   */
  boolean claim(int slot, boolean alone) {
    long stamp = words[2 * slot + 1];
    return stamp >= 0 && (alone || WORD.compareAndSet(words, 2 * slot + 1, stamp, stamp | DEAD));
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
    return (words[2 * slot + 1] & RANKED) == 0 ? 0 : priorities[slot];
  }

  long stamp(int slot) {
    return words[2 * slot + 1] & ~DEAD;
  }

  long sequence(int slot) {
    return words[2 * slot + 1] & ~(DEAD | RANKED);
  }

  boolean isLive(int slot) {
    return words[2 * slot + 1] >= 0;
  }

  /** Returns the stamp, negative if the event will not run. */
  long signedStamp(int slot) {
    return words[2 * slot + 1];
  }

  /**
   * As {@link #isLive}, but also has the action at hand soon: for many slots in turn, so that the
   * processor fetches them from memory at the same time.
   */
  boolean fetch(int slot) {
    return actions[slot] != null && words[2 * slot + 1] >= 0;
  }

  /** Compares two events that are due at the same time. */
  boolean isBefore(int slot, int other) {
    long stamp = stamp(slot);
    long otherStamp = stamp(other);
    if (((stamp | otherStamp) & RANKED) != 0) {
      int priority = priority(slot);
      int otherPriority = priority(other);
      if (priority != otherPriority) {
        return priority < otherPriority;
      }
    }
    return (stamp & ~RANKED) < (otherStamp & ~RANKED);
  }

  /** As {@link #isBefore(int, int)}, for those who have the signed stamps at hand. */
  boolean isBefore(int slot, long stamp, int other, long otherStamp) {
    return ((stamp | otherStamp) & (RANKED | DEAD)) == 0
        ? stamp < otherStamp
        : isBefore(slot, other);
  }

  /** Gives back the memory of a table that has grown and is empty. Answers whether it did. */
  boolean trim() {
    if (used > 0 || actions.length <= SMALLEST) {
      return false;
    }
    actions = new Object[0];
    words = new long[0];
    priorities = new int[0];
    firstFree = NONE;
    grow();
    return true;
  }

  private void rank(int slot, int priority) {
    if (priorities.length == 0) {
      synchronized (size) {
        priorities = new int[actions.length];
        published = new Table(actions, words, priorities);
      }
    }
    priorities[slot] = priority;
  }

  private void grow() {
    synchronized (size) {
      int old = actions.length;
      int length = Math.max(SMALLEST, old + Math.max(old / 4, SMALLEST));
      actions = Arrays.copyOf(actions, length);
      words = Arrays.copyOf(words, 2 * length);
      if (priorities.length > 0) {
        priorities = Arrays.copyOf(priorities, length);
      }
      for (int slot = length - 1; slot >= old; slot--) {
        words[2 * slot] = firstFree;
        words[2 * slot + 1] = FREE;
        firstFree = slot;
      }
      published = new Table(actions, words, priorities);
    }
  }

  /**
   * Decides that the event of this stamp will not run, and lets go of it, unless it has been
   * decided otherwise. Answers when it was due, or {@link #GONE} if this call did not do it.
   *
   * @param alone whether no other thread can decide
   */
  long cancelAsOwner(int slot, long stamp, boolean alone) {
    if (slot >= actions.length || words[2 * slot + 1] != stamp) {
      return GONE;
    }
    if (alone) {
      WORD.setOpaque(words, 2 * slot + 1, stamp | DEAD);
    } else if (!WORD.compareAndSet(words, 2 * slot + 1, stamp, stamp | DEAD)) {
      return GONE;
    }
    actions[slot] = null;
    return words[2 * slot];
  }

  // What any thread may do.

  /** As {@link #cancelAsOwner}, for other threads. */
  long cancel(int slot, long stamp) {
    synchronized (size) {
      Table table = published;
      if (table.stamp(slot) != stamp
          || !WORD.compareAndSet(table.words, 2 * slot + 1, stamp, stamp | DEAD)) {
        return GONE;
      }
      long due = table.words[2 * slot];
      ACTION.setRelease(table.actions, slot, null);
      return due;
    }
  }

  /** Answers whether the event of this stamp is still to run. */
  boolean isLive(int slot, long stamp) {
    return published.stamp(slot) == stamp;
  }

  /** Answers whether a slot has an event that is still to run. */
  boolean isLiveNow(int slot) {
    return published.stamp(slot) >= 0;
  }

  /** Returns when the event of this stamp is due, or {@link #GONE}. */
  long dueOf(int slot, long stamp) {
    Table table = published;
    if (table.stamp(slot) != stamp) {
      return GONE;
    }
    long due = (long) WORD.getVolatile(table.words, 2 * slot);
    return table.stamp(slot) == stamp ? due : GONE;
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
        long stamp = table.words[2 * slot + 1];
        snapshot.add(action, table.words[2 * slot], table.priority(slot, stamp), stamp & ~RANKED);
      }
    }
  }

  private static final class Table {

    final @Nullable Object[] actions;
    final long[] words;
    final int[] priorities;

    Table(@Nullable Object[] actions, long[] words, int[] priorities) {
      this.actions = actions;
      this.words = words;
      this.priorities = priorities;
    }

    long stamp(int slot) {
      return slot < actions.length ? (long) WORD.getVolatile(words, 2 * slot + 1) : FREE;
    }

    int priority(int slot, long stamp) {
      return (stamp & RANKED) != 0 && slot < priorities.length ? priorities[slot] : 0;
    }

    /** Answers whether the slot is live, also to those who have just cancelled what is in it. */
    boolean isToRun(int slot) {
      return stamp(slot) >= 0 && !(actions[slot] instanceof ArmedEvent event && event.hasEnded());
    }
  }
}
