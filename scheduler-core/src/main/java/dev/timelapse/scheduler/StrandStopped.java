package dev.timelapse.scheduler;

import org.apiguardian.api.API;

/**
 * Unwinds a task that waits in simulated time when its simulation has ended, or when the process it
 * stands for was killed there. It is no failure of the task: the scheduler lets it pass and tells
 * nobody. Code under test must let it pass too.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class StrandStopped extends Error {

  private static final long serialVersionUID = 1L;

  /** Creates the signal, without a stack trace of its own. */
  public StrandStopped() {
    super("the simulation of this task has ended", null, false, false);
  }
}
