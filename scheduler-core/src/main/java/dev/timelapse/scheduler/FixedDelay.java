package dev.timelapse.scheduler;

import java.time.Duration;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A fixed delay of elapsed time between the end of one firing and the start of the next.
 *
 * @param delay the time between the end of a firing and the next due time, greater than zero
 * @param firstAfter the time from adding the job to the first due time; zero or negative is due at
 *     once
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FixedDelay(Duration delay, Duration firstAfter) implements Trigger {

  /**
   * Checks the delay.
   *
   * @param delay the time between the end of a firing and the next due time
   * @param firstAfter the time from adding the job to the first due time
   * @throws IllegalArgumentException if {@code delay} is zero or negative
   */
  public FixedDelay {
    Nanos.requirePositive(delay, "delay");
    Objects.requireNonNull(firstAfter, "firstAfter");
  }

  /**
   * Returns this delay with another first firing.
   *
   * @param first the time from adding the job to the first due time; zero or negative is due at
   *     once
   * @return a new trigger
   */
  public FixedDelay startingAfter(Duration first) {
    return new FixedDelay(delay, first);
  }

  @Override
  public String toString() {
    return delay + " after the end of the last";
  }

  @Override
  public String describe() {
    return Nanos.inWords(delay) + " after the end of the last";
  }
}
