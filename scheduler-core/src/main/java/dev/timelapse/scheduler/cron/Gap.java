package dev.timelapse.scheduler.cron;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Says what becomes of a time that the clock of a zone jumps over, for example 02:30 on the night
 * when summer time begins.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum Gap {

  /** A time inside the gap does not fire. */
  SKIP,

  /**
   * A time inside the gap fires at the instant of the jump, the end of the gap. All times inside
   * one gap, and a time that is due at its end anyway, come to one firing.
   */
  AT_GAP_END
}
