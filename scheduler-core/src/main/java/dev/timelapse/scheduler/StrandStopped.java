package dev.timelapse.scheduler;

import org.apiguardian.api.API;

/**
 * Unwinds a task that waits in simulated time when its simulation has ended. It is no failure of
 * the task: the scheduler lets it pass and tells nobody.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class StrandStopped extends Error {

  private static final long serialVersionUID = 1L;

  /** Creates the signal, without a stack trace of its own. */
  public StrandStopped() {
    super("the simulation has ended", null, false, false);
  }
}
