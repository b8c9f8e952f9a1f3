package dev.timelapse.scheduler;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * Is told what a scheduler does. Users implement what interests them. All methods are called on the
 * driving thread, in the order in which things happen, and hold up the loop while they run; what
 * they throw is logged and goes no further. A {@link Firing} is valid only during the call.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface SchedulerListener {

  /**
   * A task is about to run.
   *
   * @param firing which one, and how late
   */
  default void started(Firing firing) {}

  /**
   * A task has returned.
   *
   * @param firing which one, and how long it took
   */
  default void succeeded(Firing firing) {}

  /**
   * A task has thrown; its series goes on.
   *
   * @param firing which one, and how long it took
   * @param cause what it threw
   */
  default void failed(Firing firing, Throwable cause) {}

  /**
   * A failed firing will be attempted again. Follows {@link #failed}.
   *
   * @param firing the attempt that failed
   * @param delay the elapsed time until the next attempt
   */
  default void retrying(Firing firing, Duration delay) {}

  /**
   * A job with a {@link Retry} will not be attempted again before its next regular firing, because
   * this was the last attempt or because the next regular firing is due first. Follows {@link
   * #failed}.
   *
   * @param firing the attempt that failed
   * @param cause what it threw
   */
  default void gaveUp(Firing firing, Throwable cause) {}

  /**
   * Firings of a job will not take place because they were missed. With {@link Misfire#RUN_ONCE}
   * the one that stands for them starts next.
   *
   * @param firing the firing at hand; {@link Firing#missed} tells how many were dropped
   */
  default void missed(Firing firing) {}

  /**
   * The wall clock was stepped, and calendar events followed it as {@link ClockSteps} says.
   *
   * @param by how far; negative if it was set back
   */
  default void clockStepped(Duration by) {}

  /**
   * A run of a job started later than its threshold allows, and the one before did not: more of
   * them are not told of until {@link #lateEnded}. Follows {@link #started}. One-shots count as one
   * job.
   *
   * @param firing which one, and how late
   * @see Job.Builder#warnWhenLate
   * @see SchedulerBuilder#warnWhenLate
   */
  default void lateBegan(Firing firing) {}

  /**
   * A run of a job that was late before started in time. Follows {@link #started}.
   *
   * @param firing which one
   */
  default void lateEnded(Firing firing) {}

  /**
   * A run of a job took longer than its threshold allows, and the one before did not: more of them
   * are not told of until {@link #slowEnded}. Follows {@link #succeeded} or {@link #failed}: since
   * one thread runs everything, a task that never ends is not told of. One-shots count as one job.
   *
   * @param firing which one, and how long it took
   * @see Job.Builder#warnWhenSlow
   * @see SchedulerBuilder#warnWhenSlow
   */
  default void slowBegan(Firing firing) {}

  /**
   * A run of a job that was slow before was not. Follows {@link #succeeded} or {@link #failed}.
   *
   * @param firing which one, and how long it took
   */
  default void slowEnded(Firing firing) {}
}
