package dev.timelapse.testkit.outside;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * How long calls take, if they differ. Each call takes the duration at a quantile that is drawn
 * from the timeline's choices; the dull choice is the lowest, the quickest call. It may be a
 * lambda.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface Latency {

  /**
   * Returns the duration that a share of all calls does not exceed.
   *
   * @param share from 0, inclusive, to 1, exclusive
   * @return zero or more, and not less than for a smaller share
   */
  Duration at(double share);

  /**
   * Returns durations that are all equally likely.
   *
   * @param min the shortest, zero or more
   * @param max the longest, not less than {@code min}
   * @return the distribution
   * @throws IllegalArgumentException if {@code min} is negative or greater than {@code max}
   */
  static Latency uniform(Duration min, Duration max) {
    if (min.isNegative() || min.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "calls cannot take between "
              + min
              + " and "
              + max
              + ": the first must be zero or more,"
              + " and not more than the second");
    }
    double width = max.minus(min).toNanos();
    return share -> min.plusNanos((long) (share * width));
  }

  /**
   * Returns an exponential distribution: many short calls, few long ones, without memory.
   *
   * @param mean the mean, more than zero
   * @return the distribution
   * @throws IllegalArgumentException if {@code mean} is zero or negative
   */
  static Latency exponential(Duration mean) {
    requirePositive(mean, "mean");
    double nanos = mean.toNanos();
    return share -> Duration.ofNanos((long) (-nanos * StrictMath.log1p(-share)));
  }

  /**
   * Returns the distribution that is given by its median and its 99th percentile, as they are read
   * off a dashboard: log-logistic, a bell over the logarithm, with a tail somewhat heavier than the
   * lognormal's.
   *
   * @param median what half of the calls do not exceed, more than zero
   * @param p99 what 99 of 100 calls do not exceed, not less than {@code median}
   * @return the distribution
   * @throws IllegalArgumentException if {@code median} is zero or negative, or greater than {@code
   *     p99}
   */
  static Latency percentiles(Duration median, Duration p99) {
    requirePositive(median, "median");
    if (p99.compareTo(median) < 0) {
      throw new IllegalArgumentException(
          "the 99th percentile must not be less than the median, but "
              + p99
              + " is less than "
              + median);
    }
    double nanos = median.toNanos();
    double power = StrictMath.log(p99.toNanos() / nanos) / StrictMath.log(99);
    return share -> Duration.ofNanos((long) (nanos * StrictMath.pow(share / (1 - share), power)));
  }

  private static void requirePositive(Duration duration, String name) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(
          "the " + name + " must be more than zero, but is " + duration);
    }
  }
}
