package dev.timelapse.scheduler;

import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A handle on something that a {@link Scheduler} is going to run: a one-shot, or a {@link
 * ScheduledJob}. All methods may be called from any thread, and from inside tasks.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract sealed class Event permits SlotEvent, ArmedEvent {

  final Loop loop;
  final int priority;

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
   * was cancelled is no longer held by the scheduler and can be collected at once; if another
   * thread cancels a job while a task runs, when that has ended.
   *
   * @return true if this call cancelled it; false if it had already run, ended, or been cancelled
   */
  public abstract boolean cancel();

  /**
   * Returns whether this event is still to run.
   *
   * @return true while it waits in the queue; false while it runs, and after it ran for the last
   *     time or was cancelled
   */
  public abstract boolean isPending();

  /**
   * Returns when this event is due: for a wall-clock event the instant itself, for an elapsed-time
   * event the instant that the wall clock will show if it is not stepped.
   *
   * @return the due instant, {@link Instant#MAX} if it is never due; null if this event is not
   *     pending
   */
  public abstract @Nullable Instant due();

  /**
   * Returns which of several events goes first that are due at the same time.
   *
   * @return the priority; lower runs first
   */
  public final int priority() {
    return priority;
  }
}
