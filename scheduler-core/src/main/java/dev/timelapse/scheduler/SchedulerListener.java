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
   * The wall clock was stepped, and calendar events were computed afresh.
   *
   * @param by how far; negative if it was set back
   */
  default void clockStepped(Duration by) {}
}
