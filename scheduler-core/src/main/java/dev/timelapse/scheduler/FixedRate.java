package dev.timelapse.scheduler;

import java.time.Duration;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A fixed rate of elapsed time.
 *
 * @param period the time between two due times, greater than zero
 * @param firstAfter the time from adding the job to the first due time; zero or negative is due at
 *     once
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FixedRate(Duration period, Duration firstAfter) implements Trigger {

  /**
   * Checks the period.
   *
   * @param period the time between two due times
   * @param firstAfter the time from adding the job to the first due time
   * @throws IllegalArgumentException if {@code period} is zero or negative
   */
  public FixedRate {
    Nanos.requirePositive(period, "period");
    Objects.requireNonNull(firstAfter, "firstAfter");
  }

  /**
   * Returns this rate with another first firing.
   *
   * @param delay the time from adding the job to the first due time; zero or negative is due at
   *     once
   * @return a new trigger
   */
  public FixedRate startingAfter(Duration delay) {
    return new FixedRate(period, delay);
  }

  @Override
  public String toString() {
    return "every " + period;
  }

  @Override
  public String describe() {
    return "every " + Nanos.inWords(period);
  }
}
