package dev.timelapse.scheduler.cron;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Says what becomes of a time that the clock of a zone shows twice, for example 02:30 on the night
 * when summer time ends.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum Overlap {

  /** Only the first pass fires. */
  FIRST,

  /** Only the second pass fires. */
  SECOND,

  /** Both passes fire. */
  BOTH
}
