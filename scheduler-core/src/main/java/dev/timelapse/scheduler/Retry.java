package dev.timelapse.scheduler;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How often, and after which delays of elapsed time, a failed firing is attempted again. A retry
 * never overlaps the series: when the next regular firing is due before the next attempt would be,
 * it takes that attempt's place. What gives up is reported to {@link SchedulerListener#gaveUp}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Retry {

  /** The number of attempts of a policy that does not say otherwise. */
  public static final int DEFAULT_ATTEMPTS = 3;

  private static final Retry NEVER = new Retry(1, 1, 1, 1, 0);

  private final long firstNanos;
  private final long mostNanos;
  private final int factor;
  private final int attempts;
  private final double jitter;

  private Retry(long firstNanos, long mostNanos, int factor, int attempts, double jitter) {
    this.firstNanos = firstNanos;
    this.mostNanos = mostNanos;
    this.factor = factor;
    this.attempts = attempts;
    this.jitter = jitter;
  }

  /**
   * Returns the policy of a job that says nothing: one attempt.
   *
   * @return a policy that never retries
   */
  public static Retry never() {
    return NEVER;
  }

  /**
   * Returns a policy that waits the same time before each attempt, {@value #DEFAULT_ATTEMPTS}
   * attempts in all.
   *
   * @param delay the time from a failure to the next attempt, greater than zero
   * @return the policy
   * @throws IllegalArgumentException if {@code delay} is zero or negative
   */
  public static Retry fixed(Duration delay) {
    Nanos.requirePositive(delay, "delay");
    return new Retry(Nanos.of(delay), Nanos.of(delay), 1, DEFAULT_ATTEMPTS, 0);
  }

  /**
   * Returns a policy that doubles the delay each time, without bound unless {@link #upTo} gives
   * one, {@value #DEFAULT_ATTEMPTS} attempts in all.
   *
   * @param first the time from the first failure to the second attempt, greater than zero
   * @return the policy
   * @throws IllegalArgumentException if {@code first} is zero or negative
   */
  public static Retry exponential(Duration first) {
    Nanos.requirePositive(first, "first delay");
    return new Retry(Nanos.of(first), Nanos.NEVER, 2, DEFAULT_ATTEMPTS, 0);
  }

  /**
   * Returns this policy with a bound on the delay.
   *
   * @param most the longest delay, at least the first one
   * @return a new policy
   * @throws IllegalArgumentException if {@code most} is less than the first delay
   */
  public Retry upTo(Duration most) {
    long nanos = Nanos.of(most);
    if (nanos < firstNanos) {
      throw new IllegalArgumentException(
          "the longest delay must be at least the first one, "
              + Duration.ofNanos(firstNanos)
              + ", but is "
              + most);
    }
    return new Retry(firstNanos, nanos, factor, attempts, jitter);
  }

  /**
   * Returns this policy with another number of attempts.
   *
   * @param count how often a firing is attempted in all, the first one included; at least 1
   * @return a new policy
   * @throws IllegalArgumentException if {@code count} is less than 1
   */
  public Retry attempts(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("attempts must be at least 1, but are " + count);
    }
    return new Retry(firstNanos, mostNanos, factor, count, jitter);
  }

  /**
   * Returns this policy with delays that are shorter by chance, so that many who failed together do
   * not come back together. Each is drawn from what the scheduler was given with {@link
   * SchedulerBuilder#random}.
   *
   * @param share by how much of itself a delay may be shorter, more than 0 and at most 1: with 0.5
   *     one of 10 s is from 5 s to 10 s
   * @return a new policy
   * @throws IllegalArgumentException if {@code share} is not in that range
   */
  public Retry jitter(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "the share of a delay that is left to chance must be more than 0 and at most 1, but is "
              + share);
    }
    return new Retry(firstNanos, mostNanos, factor, attempts, share);
  }

  /** Answers whether its delays are drawn. */
  boolean isJittered() {
    return jitter > 0;
  }

  /** Returns how often a firing is attempted in all. */
  int attempts() {
    return attempts;
  }

  /**
   * Returns the delay between the end of the given failed attempt, counted from 1, and the next.
   */
  long delayNanosAfter(int attempt) {
    long delay = firstNanos;
    for (int i = 1; i < attempt && delay < mostNanos; i++) {
      delay = delay > mostNanos / factor ? mostNanos : delay * factor;
      if (factor == 1) {
        break;
      }
    }
    return Math.min(delay, mostNanos);
  }

  /** Returns the delay after a failed attempt, drawn if there is anything to draw. */
  long delayNanosAfter(int attempt, @Nullable RandomGenerator random) {
    long longest = delayNanosAfter(attempt);
    long most = Math.min((long) (longest * jitter), longest - 1);
    return random == null || most <= 0 ? longest : longest - random.nextLong(most + 1);
  }

  @Override
  public String toString() {
    if (attempts == 1) {
      return "no retry";
    }
    return attempts
        + " attempts, "
        + Duration.ofNanos(firstNanos)
        + (factor == 1 ? " apart" : " apart and doubling")
        + (mostNanos == Nanos.NEVER || factor == 1 ? "" : " up to " + Duration.ofNanos(mostNanos))
        + (jitter > 0 ? ", with jitter of " + jitter : "");
  }
}
