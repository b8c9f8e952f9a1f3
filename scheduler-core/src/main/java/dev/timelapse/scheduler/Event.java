package dev.timelapse.scheduler;

import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A handle on something that a {@link Scheduler} is going to run: a one-shot, or a {@link
 * ScheduledJob}. All methods may be called from any thread, and from inside tasks.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract sealed class Event permits OneShot, ScheduledJob {

  final Loop loop;
  final int priority;

  /**
   * The elapsed due time; the first part of the key. Guarded, like all that follows, by the
   * scheduler's lock.
   */
  long due;

  /** The insertion stamp; the last part of the key. */
  long sequence;

  /** The place in the queue's array, or {@link EventQueue#ABSENT}. */
  int index = EventQueue.ABSENT;

  /**
   * The wall-clock due time, if this event is on the wall clock: its elapsed due time is then
   * derived from it.
   */
  @Nullable Instant dueInstant;

  /** Whether somebody waits for this event to run, as opposed to a series that goes on for ever. */
  boolean foreground;

  Event(Loop loop, int priority) {
    this.loop = loop;
    this.priority = priority;
  }

  /**
   * Returns the name under which logs, listeners and recordings know this event.
   *
   * @return the job's name, or "one-shot"
   */
  public abstract String name();

  /**
   * Cancels this very event, and no other that equals it. A running task is not interrupted. What
   * was cancelled is no longer held by the scheduler and can be collected at once.
   *
   * @return true if this call cancelled it; false if it had already run, ended, or been cancelled
   */
  public final boolean cancel() {
    return loop.cancel(this);
  }

  /**
   * Returns whether this event is still to run.
   *
   * @return true while it waits in the queue; false while it runs, and after it ran for the last
   *     time or was cancelled
   */
  public final boolean isPending() {
    return loop.isPending(this);
  }

  /**
   * Returns when this event is due: for a wall-clock event the instant itself, for an elapsed-time
   * event the instant that the wall clock will show if it is not stepped.
   *
   * @return the due instant, {@link Instant#MAX} if it is never due; null if this event is not
   *     pending
   */
  public final @Nullable Instant due() {
    return loop.dueOf(this);
  }

  /**
   * Returns which of several events goes first that are due at the same time.
   *
   * @return the priority; lower runs first
   */
  public final int priority() {
    return priority;
  }

  /**
   * Marks this event as cancelled; called under the lock. Answers whether that made a difference.
   */
  abstract boolean end();

  /** Answers whether a step of the wall clock matters to this event. */
  abstract boolean onWallClock();

  /** Computes the elapsed due time of a pending wall-clock event afresh; called under the lock. */
  abstract void recompute(Clocks clocks);

  final boolean isBefore(Event other) {
    if (due != other.due) {
      return due < other.due;
    }
    if (priority != other.priority) {
      return priority < other.priority;
    }
    return sequence < other.sequence;
  }
}
