package dev.timelapse.scheduler;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A single firing, after a delay of elapsed time or at an instant of the wall clock: exactly one of
 * the two is set.
 */
record Once(@Nullable Duration delay, @Nullable Instant instant) implements Trigger {

  @Override
  public String toString() {
    return delay != null ? "once after " + delay : "once at " + instant;
  }

  @Override
  public String describe() {
    return delay != null ? "once after " + Nanos.inWords(delay) : toString();
  }
}
