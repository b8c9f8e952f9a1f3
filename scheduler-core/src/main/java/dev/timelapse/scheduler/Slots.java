package dev.timelapse.scheduler;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A table of what is pending, so that a one-shot needs no object of its own. A slot holds what to
 * run, when it is due, its priority and its stamp: the sequence number, negative once it will not
 * run. A sequence number is never used twice, so that (slot, sequence) names one event for ever.
 *
 * <p>The scheduler's owner alone adds and frees. Any thread may read and call {@link #end}: slots
 * lie in pages that never move.
 */
final class Slots {

  static final int NONE = -1;

  /** What {@link #dueOf} answers for an event that is not to run any more. */
  static final long GONE = Long.MIN_VALUE;

  private static final int PAGE_BITS = 10;
  private static final int PAGE_SIZE = 1 << PAGE_BITS;
  private static final int IN_PAGE = PAGE_SIZE - 1;
  private static final long DEAD = Long.MIN_VALUE;
  private static final long FREE = -1;
  private static final VarHandle ACTION = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

  private @Nullable Page[] pages = {new Page(0)};

  /** The same array, for other threads to see. */
  private volatile @Nullable Page[] published = pages;

  private @Nullable Page spacious = pages[0];

  int add(Object action, long due, int priority, long sequence) {
    Page page = spacious;
    if (page == null) {
      page = addPage();
    }
    int i = page.firstFree;
    page.firstFree = (int) page.words[2 * i];
    page.used++;
    if (page.firstFree == NONE) {
      spacious = page.nextSpacious;
      page.nextSpacious = null;
    }
    page.actions[i] = action;
    page.priorities[i] = priority;
    page.words[2 * i] = due;
    WORD.setRelease(page.words, 2 * i + 1, sequence);
    return page.base + i;
  }

  /** Gives a slot whose event has been taken a new due time and sequence. */
  void renew(int slot, long due, int priority, long sequence) {
    Page page = page(slot);
    int i = slot & IN_PAGE;
    page.priorities[i] = priority;
    page.words[2 * i] = due;
    WORD.setRelease(page.words, 2 * i + 1, sequence);
  }

  void free(int slot) {
    Page page = page(slot);
    int i = slot & IN_PAGE;
    page.actions[i] = null;
    page.words[2 * i + 1] = FREE;
    page.words[2 * i] = page.firstFree;
    if (page.firstFree == NONE) {
      page.nextSpacious = spacious;
      spacious = page;
    }
    page.firstFree = i;
    page.used--;
    if (page.used == 0) {
      drop(page);
    }
  }

  /**
   * Frees the slot of an event that was cancelled. Its canceller, on another thread, may be about
   * to let go of the action: that must not hit the slot's next event.
   */
  void freeForgotten(int slot) {
    Page page = page(slot);
    while (ACTION.getAcquire(page.actions, slot & IN_PAGE) != null) {
      Thread.onSpinWait();
    }
    free(slot);
  }

  @Nullable Object action(int slot) {
    return page(slot).actions[slot & IN_PAGE];
  }

  long due(int slot) {
    return page(slot).words[2 * (slot & IN_PAGE)];
  }

  int priority(int slot) {
    return page(slot).priorities[slot & IN_PAGE];
  }

  long sequence(int slot) {
    return page(slot).words[2 * (slot & IN_PAGE) + 1] & ~DEAD;
  }

  boolean isLive(int slot) {
    return page(slot).words[2 * (slot & IN_PAGE) + 1] >= 0;
  }

  /** Answers, on any thread, whether the event of this sequence number is still to run. */
  boolean isLive(int slot, long sequence) {
    Page page = pageOrNull(slot);
    return page != null
        && (long) WORD.getVolatile(page.words, 2 * (slot & IN_PAGE) + 1) == sequence;
  }

  /** Answers, on any thread, whether a slot has an event that is still to run. */
  boolean isLiveNow(int slot) {
    Page page = pageOrNull(slot);
    return page != null && (long) WORD.getVolatile(page.words, 2 * (slot & IN_PAGE) + 1) >= 0;
  }

  /** Returns, on any thread, when the event of this sequence number is due, or {@link #GONE}. */
  long dueOf(int slot, long sequence) {
    Page page = pageOrNull(slot);
    if (page == null || !isLive(slot, sequence)) {
      return GONE;
    }
    long due = (long) WORD.getVolatile(page.words, 2 * (slot & IN_PAGE));
    return isLive(slot, sequence) ? due : GONE;
  }

  /**
   * Decides, on any thread, that the event of this sequence number will not run from the queue any
   * more. One caller wins: the one who is going to run it, or the one who has cancelled it.
   */
  boolean end(int slot, long sequence) {
    Page page = pageOrNull(slot);
    return page != null
        && WORD.compareAndSet(page.words, 2 * (slot & IN_PAGE) + 1, sequence, sequence | DEAD);
  }

  /** As {@link #end}, for events whose end is decided elsewhere. */
  void retire(int slot) {
    Page page = page(slot);
    int word = 2 * (slot & IN_PAGE) + 1;
    WORD.setRelease(page.words, word, page.words[word] | DEAD);
  }

  /** Lets go of what an ended slot would have run. */
  void forget(int slot) {
    Page page = pageOrNull(slot);
    if (page != null) {
      ACTION.setRelease(page.actions, slot & IN_PAGE, null);
    }
  }

  /** Compares two events that are due at the same time. */
  boolean isBefore(int slot, int other) {
    int priority = priority(slot);
    int otherPriority = priority(other);
    return priority != otherPriority ? priority < otherPriority : sequence(slot) < sequence(other);
  }

  /** Goes through the slots that are live; on other threads than the owner's, give or take some. */
  void forEachLive(IntConsumer visitor) {
    for (Page page : published) {
      for (int i = 0; page != null && i < PAGE_SIZE; i++) {
        if (page.isToRun(i)) {
          visitor.accept(page.base + i);
        }
      }
    }
  }

  /** Answers, on any thread, whether some slot is live. */
  boolean hasLive() {
    for (Page page : published) {
      for (int i = 0; page != null && i < PAGE_SIZE; i++) {
        if (page.isToRun(i)) {
          return true;
        }
      }
    }
    return false;
  }

  private Page page(int slot) {
    Page page = pages[slot >>> PAGE_BITS];
    if (page == null) {
      throw new AssertionError("slot " + slot + " has no page");
    }
    return page;
  }

  private @Nullable Page pageOrNull(int slot) {
    return published[slot >>> PAGE_BITS];
  }

  private Page addPage() {
    @Nullable Page[] all = pages;
    int place = 0;
    while (place < all.length && all[place] != null) {
      place++;
    }
    if (place == all.length) {
      all = Arrays.copyOf(all, 2 * all.length);
    } else {
      all = all.clone();
    }
    Page page = new Page(place << PAGE_BITS);
    all[place] = page;
    pages = all;
    published = all;
    page.nextSpacious = spacious;
    spacious = page;
    return page;
  }

  /** Drops an empty page, unless it is the only one with room. */
  private void drop(Page empty) {
    Page before = spacious;
    if (before == null || (before == empty && empty.nextSpacious == null)) {
      return;
    }
    if (before == empty) {
      spacious = empty.nextSpacious;
    } else {
      while (before.nextSpacious != null && before.nextSpacious != empty) {
        before = before.nextSpacious;
      }
      before.nextSpacious = empty.nextSpacious;
    }
    @Nullable Page[] all = pages.clone();
    all[empty.base >>> PAGE_BITS] = null;
    pages = all;
    published = all;
  }

  private static final class Page {

    final int base;
    final @Nullable Object[] actions = new @Nullable Object[PAGE_SIZE];
    final int[] priorities = new int[PAGE_SIZE];

    /** Due time and stamp in turn. In a free slot, the first is the number of the next free one. */
    final long[] words = new long[2 * PAGE_SIZE];

    int used;
    int firstFree;
    @Nullable Page nextSpacious;

    Page(int base) {
      this.base = base;
      for (int i = 0; i < PAGE_SIZE; i++) {
        words[2 * i] = i + 1 < PAGE_SIZE ? i + 1 : NONE;
        words[2 * i + 1] = FREE;
      }
    }

    /** Answers whether the slot is live, also to those who have just cancelled what is in it. */
    boolean isToRun(int i) {
      return (long) WORD.getVolatile(words, 2 * i + 1) >= 0
          && !(actions[i] instanceof ArmedEvent event && event.hasEnded());
    }
  }
}
