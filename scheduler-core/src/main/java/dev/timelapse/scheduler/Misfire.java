package dev.timelapse.scheduler;

import org.apiguardian.api.API;

/**
 * What a job does about firings that it missed. A firing is missed when the one after it is already
 * due before it could start: after a suspended machine, a stall, or a task that took longer than
 * the period. A firing that merely starts late, with the next one not yet due, is not missed and
 * runs.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Misfire {
  /** Runs once for all that was missed, then goes on with the next regular firing. The default. */
  RUN_ONCE,

  /** Runs nothing for what was missed, and goes on with the next regular firing. */
  SKIP,

  /**
   * Runs once for each missed firing, the oldest first, back to back, but at most {@value
   * #RUN_ALL_BOUND} times in a row; what is missed beyond that is dropped and reported to the
   * listeners.
   */
  RUN_ALL;

  /** The most firings that {@link #RUN_ALL} makes up for in a row. */
  static final int RUN_ALL_BOUND = 100;
}
