package dev.timelapse.testkit.engine;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RateTest {

  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  @Test
  void anyRateAndTime_isExactToTheNanosecond() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 20_000; i++) {
      long per = 2 + random.nextLong(1L << random.nextInt(2, 61));
      long gain = random.nextLong(-(per / 2), per / 2 + 1);
      long time = random.nextLong(1L << random.nextInt(1, 63)) * (random.nextBoolean() ? 1 : -1);
      Rate rate = Rate.of(ofNanos(gain), ofNanos(per));

      assertThat(BigInteger.valueOf(rate.gainedIn(time)))
          .as("%d in %d, in %d", gain, per, time)
          .isEqualTo(rounded(time, gain, per, RoundingMode.FLOOR));
      assertThat(BigInteger.valueOf(rate.elapsedFor(time)))
          .as("%d in %d, until %d", gain, per, time)
          .isEqualTo(rounded(time, per, per + gain, RoundingMode.CEILING));
    }
  }

  @Test
  void timeUntilAReading_isTheFirstAtWhichItIsShown() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 5_000; i++) {
      long per = 2 + random.nextLong(1L << random.nextInt(2, 40));
      Rate rate = Rate.of(ofNanos(random.nextLong(-(per / 2), per / 2 + 1)), ofNanos(per));
      long shown = random.nextLong(1L << 55);

      long first = rate.elapsedFor(shown);

      assertThat(first + rate.gainedIn(first)).isGreaterThanOrEqualTo(shown);
      assertThat(first - 1 + rate.gainedIn(first - 1)).isLessThan(shown);
    }
  }

  @Test
  void rateThatNoClockHas_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rate.of(ofSeconds(13), ofSeconds(25)))
        .withMessageContaining("PT13S in PT25S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rate.of(ofSeconds(-13), ofSeconds(25)))
        .withMessageContaining("PT-13S in PT25S");
    for (Duration per : new Duration[] {ofSeconds(0), ofSeconds(-1), ofDays(36_526)}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Rate.of(ofSeconds(0), per))
          .withMessageContaining(per.toString());
    }
  }

  /** Clamps as the rate does, where 292 years are exceeded. */
  private static BigInteger rounded(long number, long factor, long divisor, RoundingMode mode) {
    return new BigDecimal(BigInteger.valueOf(number).multiply(BigInteger.valueOf(factor)))
        .divide(BigDecimal.valueOf(divisor), 0, mode)
        .toBigIntegerExact()
        .min(MOST)
        .max(MOST.negate());
  }
}
