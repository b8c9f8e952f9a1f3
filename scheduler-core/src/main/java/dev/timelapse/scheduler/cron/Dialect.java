package dev.timelapse.scheduler.cron;

import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Names the rules by which the text of a {@link CronExpression} is read. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum Dialect {

  /** Five fields, by the rules of Paul Vixie's cron and its descendants. */
  UNIX,

  /** Six or seven fields, from seconds to an optional year, by the rules of Quartz. */
  QUARTZ;

  /** Returns the name in lower case, as errors have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
