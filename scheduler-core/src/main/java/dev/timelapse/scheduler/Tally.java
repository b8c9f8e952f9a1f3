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

  private long version;
  private long runs;
  private long startedAt;
  private long latenessNanos;
  private long durationNanos;
  private int failuresInRow;
  private boolean running;
  private boolean ended;
  private @Nullable String failure;

  Tally(long lateNanos, long slowNanos) {
    this.lateNanos = lateNanos;
    this.slowNanos = slowNanos;
  }

  /** Notes down a start. Answers whether that begins or ends a time of lateness. */
  boolean started(long at, long lateness) {
    beginWrite();
    runs++;
    startedAt = at;
    latenessNanos = lateness;
    running = true;
    endWrite();
    boolean wasLate = late;
    late = lateness > lateNanos;
    return late != wasLate;
  }

  /** Notes down an end. Answers whether that begins or ends a time of slowness. */
  boolean ended(long duration, @Nullable Throwable cause) {
    String text = cause == null ? null : text(cause);
    beginWrite();
    durationNanos = duration;
    failuresInRow = text == null ? 0 : failuresInRow + 1;
    failure = text;
    running = false;
    ended = true;
    endWrite();
    boolean wasSlow = slow;
    slow = duration > slowNanos;
    return slow != wasSlow;
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
              running,
              ended,
              failure);
      VarHandle.acquireFence();
      if ((before & 1) == 0 && (long) VERSION.getOpaque(this) == before) {
        return reading;
      }
      Thread.onSpinWait();
    }
  }

  private void beginWrite() {
    VERSION.setOpaque(this, version + 1);
    VarHandle.storeStoreFence();
  }

  private void endWrite() {
    VERSION.setRelease(this, version + 1);
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
