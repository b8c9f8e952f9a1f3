package dev.timelapse.scheduler.fork;

import org.apiguardian.api.API;

/** A process that was started by {@link ForkedTask#start} and that nobody waits for. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface RunningFork {

  /**
   * Ends the process tree, gracefully at first, and does not wait for that. May be called from any
   * thread.
   *
   * @return whether this call cancelled it: its outcome will then be {@link ForkOutcome.Cancelled}.
   *     False if it has ended or was cancelled before
   */
  boolean cancel();
}
