package dev.timelapse.scheduler;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * What became of the runs of a job so far. Written by the driving thread alone, with nothing but
 * plain stores on its way; any thread may read. The version is odd while a write is under way, and
 * a reader that sees it change reads again (a sequence lock, after Linux's seqlock).
 */
final class Tally {

  private static final VarHandle VERSION;

  static {
    try {
      VERSION = MethodHandles.lookup().findVarHandle(Tally.class, "version", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long lateNanos;
  private final long slowNanos;

  /** Whether the last run started too late; for the driving thread alone, as is the next. */
  private boolean late;

  private boolean slow;

  /** How many firings were dropped one after the other; also for the driving thread alone. */
  private long missed;

  private long version;
  private long runs;
  private long startedAt;
  private long latenessNanos;

  /** How many runs have ended, or were given up with their simulation: all, or all but one. */
  private long ends;

  private long durationNanos;
  private int failuresInRow;
  private @Nullable String failure;

  Tally(long lateNanos, long slowNanos) {
    this.lateNanos = lateNanos;
    this.slowNanos = slowNanos;
  }

  /** Notes down a start. Answers whether that begins or ends a time of lateness. */
  boolean started(long at, long lateness) {
    long before = beginWrite();
    runs++;
    startedAt = at;
    latenessNanos = lateness;
    endWrite(before);
    boolean wasLate = late;
    late = lateness > lateNanos;
    return late != wasLate;
  }

  /** Notes down an end. Answers whether that begins or ends a time of slowness. */
  boolean ended(long duration, @Nullable Throwable cause) {
    String text = cause == null ? null : text(cause);
    long before = beginWrite();
    durationNanos = duration;
    if (text != null || failure != null) {
      failuresInRow = text == null ? 0 : failuresInRow + 1;
      failure = text;
    }
    ends = runs;
    endWrite(before);
    boolean wasSlow = slow;
    slow = duration > slowNanos;
    return slow != wasSlow;
  }

  /** Notes down that firings were dropped. Answers whether that begins a time of such. */
  boolean missed(long dropped) {
    boolean begins = missed == 0;
    missed += dropped;
    return begins;
  }

  boolean hasMissed() {
    return missed > 0;
  }

  /** Ends a time in which firings were dropped, and answers how many. */
  long takeMissed() {
    long all = missed;
    missed = 0;
    return all;
  }

  boolean isLate() {
    return late;
  }

  boolean isSlow() {
    return slow;
  }

  /** Returns what a user's exception says it is, or its class if it cannot say. */
  static String text(Throwable cause) {
    try {
      return cause.toString();
    } catch (RuntimeException | Error e) {
      return cause.getClass().getName() + " (whose toString failed)";
    }
  }

  /** Returns what is noted down here, as of one moment. */
  Reading read() {
    while (true) {
      long before = (long) VERSION.getAcquire(this);
      Reading reading =
          new Reading(
              runs,
              startedAt,
              latenessNanos,
              durationNanos,
              failuresInRow,
              runs != ends,
              ends != 0,
              failure);
      VarHandle.acquireFence();
      if ((before & 1) == 0 && (long) VERSION.getOpaque(this) == before) {
        return reading;
      }
      Thread.onSpinWait();
    }
  }

  private long beginWrite() {
    long before = version;
    VERSION.setOpaque(this, before + 1);
    VarHandle.storeStoreFence();
    return before;
  }

  private void endWrite(long before) {
    VERSION.setRelease(this, before + 2);
  }

  /**
   * A copy.
   *
   * @param runs how often a run has started
   * @param startedAt the elapsed time of the last start
   * @param latenessNanos how late that was
   * @param durationNanos how long the last run took that has ended
   * @param failuresInRow how many of the last runs that have ended failed
   * @param isRunning whether one has started and not ended
   * @param hasEnded whether any run has ended
   * @param failure what the last run threw that has ended, or null
   */
  record Reading(
      long runs,
      long startedAt,
      long latenessNanos,
      long durationNanos,
      int failuresInRow,
      boolean isRunning,
      boolean hasEnded,
      @Nullable String failure) {}
}
