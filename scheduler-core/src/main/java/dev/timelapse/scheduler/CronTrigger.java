package dev.timelapse.scheduler;

import dev.timelapse.scheduler.cron.CronExpression;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A cron expression as a trigger. */
record CronTrigger(CronExpression expression) implements CalendarTrigger {

  @Override
  public @Nullable Instant next(Instant after) {
    return expression.next(after);
  }

  @Override
  public boolean isRate() {
    return expression.isRate();
  }

  @Override
  public long count(Instant after, Instant until) {
    return expression.count(after, until);
  }

  @Override
  public String describe() {
    return expression.describe();
  }

  @Override
  public String toString() {
    return "cron " + expression;
  }
}
