package dev.timelapse.testkit.engine;

import java.math.BigInteger;
import java.time.Duration;

/**
 * By how much a clock runs ahead of elapsed time: some nanoseconds in some others, a fraction in
 * lowest terms. All results are exact, so that nothing adds up however long it goes on.
 */
record Rate(long gain, long per) {

  /** The rate of a clock that goes as elapsed time does. */
  static final Rate TRUE = new Rate(0, 1);

  private static final Duration LONGEST = Duration.ofDays(36_525);

  /** The share of the time that a clock can gain or lose, as a divisor. */
  private static final int MOST = 2;

  static Rate of(Duration gain, Duration per) {
    if (per.isNegative() || per.isZero() || per.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a clock gains or loses something in more than no time and at most a century, but not in "
              + per);
    }
    if (gain.abs().multipliedBy(MOST).compareTo(per) > 0) {
      throw new IllegalArgumentException(
          "a clock that drifts gains or loses at most half of the time, but not "
              + gain
              + " in "
              + per
              + ". To set it, use wallClock().stepBy(…)");
    }
    long gainNanos = gain.toNanos();
    long perNanos = per.toNanos();
    long divisor = BigInteger.valueOf(gainNanos).gcd(BigInteger.valueOf(perNanos)).longValue();
    return new Rate(gainNanos / divisor, perNanos / divisor);
  }

  /** Returns what is gained in an elapsed time, rounded down. */
  long gainedIn(long elapsed) {
    return gain == 0 ? 0 : floor(elapsed, gain, per);
  }

  /** Returns the first elapsed time in which the clock goes on by so much at least. */
  long elapsedFor(long shown) {
    return gain == 0 ? shown : -floor(shown, -per, per + gain);
  }

  /** Returns {@code number * factor / divisor}, rounded down, and clamped for the sign to turn. */
  private static long floor(long number, long factor, long divisor) {
    long rest = Math.floorMod(number, divisor);
    try {
      long whole = Math.multiplyExact(Math.floorDiv(number, divisor), factor);
      long sum = Math.addExact(whole, floorOfRest(rest, factor, divisor));
      return Math.max(-Elapsed.NEVER, sum);
    } catch (ArithmeticException tooFar) {
      return number < 0 == factor < 0 ? Elapsed.NEVER : -Elapsed.NEVER;
    }
  }

  /** As {@link #floor}, of a number less than the divisor: the result is less than the factor. */
  private static long floorOfRest(long rest, long factor, long divisor) {
    long product = rest * factor;
    if (Math.multiplyHigh(rest, factor) == product >> (Long.SIZE - 1)) {
      return Math.floorDiv(product, divisor);
    }
    BigInteger[] parts =
        BigInteger.valueOf(rest)
            .multiply(BigInteger.valueOf(factor))
            .divideAndRemainder(BigInteger.valueOf(divisor));
    return parts[0].longValue() - (parts[1].signum() < 0 ? 1 : 0);
  }
}
