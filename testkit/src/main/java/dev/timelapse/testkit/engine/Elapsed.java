package dev.timelapse.testkit.engine;

import java.time.Duration;
import org.apiguardian.api.API;

/** Elapsed time in nanoseconds, clamped rather than wrapped. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Elapsed {

  /** An elapsed time that never comes. */
  public static final long NEVER = Long.MAX_VALUE;

  private Elapsed() {}

  /** Returns a duration in nanoseconds; one of more than 292 years counts as that. */
  public static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return duration.isNegative() ? Long.MIN_VALUE : NEVER;
    }
  }

  /** Returns an elapsed time some time after another one. */
  public static long plus(long elapsed, long nanos) {
    long sum = elapsed + nanos;
    return nanos > 0 && sum < elapsed ? NEVER : sum;
  }
}
