package dev.timelapse.scheduler;

import org.apiguardian.api.API;

/**
 * What a job or a one-shot event does. Implemented by users, mostly as a lambda or a method
 * reference.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface Task {

  /**
   * Does the work, on the thread that drives the scheduler. No other event of the scheduler runs
   * meanwhile.
   *
   * @throws Exception if the work failed: it is reported to the listeners and the log, and the
   *     job's {@link Retry} decides what follows; the series goes on
   */
  void run() throws Exception;
}
