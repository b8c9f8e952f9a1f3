package dev.timelapse.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A wall clock that is stepped and drifts, the naive way: fractions of any length, one stretch
 * after the other. Times are nanoseconds since the start.
 */
final class DriftModel {

  private final List<Stretch> stretches = new ArrayList<>();

  DriftModel() {
    stretches.add(new Stretch(0, 0, BigInteger.ZERO, 0, 1));
  }

  void step(long elapsed, long by) {
    Stretch last = last();
    stretches.add(
        new Stretch(
            elapsed, last.since, last.shown.add(BigInteger.valueOf(by)), last.gain, last.per));
  }

  void drift(long elapsed, long gain, long per) {
    stretches.add(new Stretch(elapsed, elapsed, last().at(elapsed), gain, per));
  }

  BigInteger wallAt(long elapsed) {
    return last().at(elapsed);
  }

  /** Returns when the clock first shows an instant, from an elapsed time of the past on. */
  long firstShown(long from, BigInteger instant) {
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      BigInteger end =
          i + 1 == stretches.size()
              ? BigInteger.valueOf(Long.MAX_VALUE)
              : BigInteger.valueOf(stretches.get(i + 1).from);
      BigInteger first =
          stretch.first(instant).max(BigInteger.valueOf(Math.max(from, stretch.from)));
      if (first.compareTo(end) < 0) {
        return first.longValueExact();
      }
    }
    return Long.MAX_VALUE;
  }

  private Stretch last() {
    return stretches.get(stretches.size() - 1);
  }

  /** A stretch of time from an event on, with a reading and the rate that has held since that. */
  private record Stretch(long from, long since, BigInteger shown, long gain, long per) {

    BigInteger at(long elapsed) {
      BigDecimal time = BigDecimal.valueOf(elapsed).subtract(BigDecimal.valueOf(since));
      BigDecimal gained =
          time.multiply(BigDecimal.valueOf(gain))
              .divide(BigDecimal.valueOf(per), 0, RoundingMode.FLOOR);
      return shown.add(time.add(gained).toBigIntegerExact());
    }

    BigInteger first(BigInteger instant) {
      return new BigDecimal(instant.subtract(shown).multiply(BigInteger.valueOf(per)))
          .divide(BigDecimal.valueOf(per + gain), 0, RoundingMode.CEILING)
          .toBigIntegerExact()
          .add(BigInteger.valueOf(since));
    }
  }
}
