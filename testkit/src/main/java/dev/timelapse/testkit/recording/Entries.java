package dev.timelapse.testkit.recording;

import org.jspecify.annotations.Nullable;

/**
 * The last entries of a recording, in columns rather than as objects: an entry is 48 bytes (with
 * references of 4), and adding one allocates nothing once the columns have grown. They grow as
 * needed, up to a limit; then the oldest entry makes room for the next.
 */
final class Entries {

  /** The time that an entry took, as long as it has not ended. */
  static final long OPEN = -1;

  private static final int SMALLEST = 64;

  /** More do not fit into an array of Java's. */
  private static final int MOST = 1 << 28;

  private static final int NUMBERS = 4;
  private static final int ELAPSED = 0;
  private static final int WALL = 1;
  private static final int TOOK = 2;
  private static final int EXTRA = 3;

  private static final int TEXTS = 3;
  private static final int LANE = 0;
  private static final int WHAT = 1;
  private static final int END = 2;

  private static final int FAILED = 1 << 8;
  private static final int ATTEMPT_SHIFT = 9;

  private long[] numbers = new long[0];
  private @Nullable String[] texts = new @Nullable String[0];

  /** The kind, whether it failed, which attempt it was. */
  private int[] marks = new int[0];

  private int limit;
  private int next;
  private long total;

  /** The first entry that has not been given up for a lower limit. */
  private long floor;

  Entries(int limit) {
    this.limit = limit;
  }

  /** Returns how many entries were added, kept or not. */
  long total() {
    return total;
  }

  /** Returns the number of the first entry that is kept, or that of the next one if none is. */
  long first() {
    return Math.max(floor, total - marks.length);
  }

  /** Answers whether the next entry will take the place of the first. */
  boolean isFull() {
    return total - first() == limit;
  }

  void limit(int count) {
    limit = Math.min(count, MOST);
    resize(Math.min(limit, marks.length));
  }

  /** Adds an entry and returns its number. */
  long add(
      int kind,
      int attempt,
      long elapsed,
      long wall,
      long took,
      long extra,
      @Nullable String lane,
      @Nullable String what,
      @Nullable String end) {
    int slot = next;
    if (slot == marks.length) {
      if (limit == 0) {
        return total++;
      }
      slot = makeRoom();
    }
    next = slot + 1;
    int n = slot * NUMBERS;
    numbers[n + ELAPSED] = elapsed;
    numbers[n + WALL] = wall;
    numbers[n + TOOK] = took;
    numbers[n + EXTRA] = extra;
    int t = slot * TEXTS;
    texts[t + LANE] = lane;
    texts[t + WHAT] = what;
    texts[t + END] = end;
    marks[slot] = kind | attempt << ATTEMPT_SHIFT;
    return total++;
  }

  /** Returns the slot that follows the last one, among new ones if there may be more. */
  private int makeRoom() {
    if (next == limit) {
      return 0;
    }
    resize((int) Math.min(limit, Math.max(SMALLEST, 2L * next)));
    return next;
  }

  /** Takes note of how an entry ended, if it is still kept. */
  void end(long number, long atElapsed, @Nullable String text, boolean failed) {
    if (isKept(number)) {
      int slot = slot(number);
      numbers[slot * NUMBERS + TOOK] = atElapsed - numbers[slot * NUMBERS + ELAPSED];
      if (text != null) {
        texts[slot * TEXTS + END] = text;
      }
      if (failed) {
        marks[slot] |= FAILED;
      }
    }
  }

  boolean isKept(long number) {
    return number >= first() && number < total;
  }

  int kind(long number) {
    return marks[slot(number)] & 0xFF;
  }

  int attempt(long number) {
    return marks[slot(number)] >>> ATTEMPT_SHIFT;
  }

  boolean failed(long number) {
    return (marks[slot(number)] & FAILED) != 0;
  }

  long elapsed(long number) {
    return numbers[slot(number) * NUMBERS + ELAPSED];
  }

  long wall(long number) {
    return numbers[slot(number) * NUMBERS + WALL];
  }

  long took(long number) {
    return numbers[slot(number) * NUMBERS + TOOK];
  }

  long extra(long number) {
    return numbers[slot(number) * NUMBERS + EXTRA];
  }

  @Nullable String lane(long number) {
    return texts[slot(number) * TEXTS + LANE];
  }

  @Nullable String what(long number) {
    return texts[slot(number) * TEXTS + WHAT];
  }

  @Nullable String end(long number) {
    return texts[slot(number) * TEXTS + END];
  }

  private int slot(long number) {
    int slot = next - (int) (total - number);
    return slot < 0 ? slot + marks.length : slot;
  }

  /** Makes room for so many entries, and moves the last ones there, in order. */
  private void resize(int capacity) {
    long[] oldNumbers = numbers;
    @Nullable String[] oldTexts = texts;
    int[] oldMarks = marks;
    int kept = (int) Math.min(total - first(), capacity);
    numbers = new long[capacity * NUMBERS];
    texts = new @Nullable String[capacity * TEXTS];
    marks = new int[capacity];
    for (int i = 0; i < kept; i++) {
      int old = next - kept + i;
      old = old < 0 ? old + oldMarks.length : old;
      System.arraycopy(oldNumbers, old * NUMBERS, numbers, i * NUMBERS, NUMBERS);
      System.arraycopy(oldTexts, old * TEXTS, texts, i * TEXTS, TEXTS);
      marks[i] = oldMarks[old];
    }
    floor = total - kept;
    next = kept;
  }
}
