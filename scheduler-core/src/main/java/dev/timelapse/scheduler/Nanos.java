package dev.timelapse.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/** Saturating arithmetic on nanoseconds: far dates are clamped to never, not wrapped. */
final class Nanos {

  /** A due time that never comes. */
  static final long NEVER = Long.MAX_VALUE;

  /**
   * The earliest due time: past enough, and far enough from the edge for differences not to wrap.
   */
  static final long LONG_AGO = Long.MIN_VALUE / 4;

  private static final long MOST_SECONDS = Long.MAX_VALUE / 1_000_000_000L - 1;

  private Nanos() {}

  static long of(Duration duration) {
    return of(duration.getSeconds(), duration.getNano());
  }

  static long between(Instant from, Instant to) {
    // Both seconds are within Instant's range of about 2^55, so the difference cannot overflow.
    return of(to.getEpochSecond() - from.getEpochSecond(), (long) to.getNano() - from.getNano());
  }

  static long plus(long a, long b) {
    long sum = a + b;
    if (((a ^ sum) & (b ^ sum)) < 0) {
      return a < 0 ? Long.MIN_VALUE : NEVER;
    }
    return sum;
  }

  /** Returns an instant so much later, or the first or the last there is. */
  static Instant plus(Instant instant, long nanos) {
    if (nanos < 0) {
      return nanos <= -between(Instant.MIN, instant) ? Instant.MIN : instant.plusNanos(nanos);
    }
    return nanos >= between(instant, Instant.MAX) ? Instant.MAX : instant.plusNanos(nanos);
  }

  /** Returns a due time minus a reading of the clock; never stays never. */
  static long until(long due, long now) {
    return due == NEVER ? NEVER : due - now;
  }

  static void requirePositive(Duration duration, String name) {
    if (Objects.requireNonNull(duration, name).isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(name + " must be greater than zero, but is " + duration);
    }
  }

  /** Returns a duration as "1h30m" or "0.5s". */
  static String inWords(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  private static long of(long seconds, long nanos) {
    if (seconds > MOST_SECONDS) {
      return NEVER;
    }
    if (seconds < -MOST_SECONDS) {
      return LONG_AGO;
    }
    return seconds * 1_000_000_000L + nanos;
  }
}
