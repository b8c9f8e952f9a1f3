package dev.timelapse.samples.replay.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Compares what is drawn with the closed forms, by the test of Kolmogorov and Smirnov. */
class DistributionsTest {

  private static final int DRAWS = 20_000;

  /** Of true samples, one in a thousand has a distance above this; the seeds are fixed. */
  private static final double BOUND = 1.95 / Math.sqrt(DRAWS);

  /** The first outputs of the reference implementation in C for this seed. */
  @Test
  void splitMix_ofAKnownSeed_givesThePublishedNumbers() {
    SplitMix chance = new SplitMix(1234567);

    assertThat(
            new String[] {
              Long.toUnsignedString(chance.nextLong()),
              Long.toUnsignedString(chance.nextLong()),
              Long.toUnsignedString(chance.nextLong())
            })
        .containsExactly("6457827717110365317", "3203168211198807973", "9817491932198370423");
  }

  @Test
  void weibull_isDrawn_hasItsDistribution() {
    Weibull weibull = new Weibull(0.7, 1000);

    assertThat(distance(weibull::draw, x -> 1 - Math.exp(-Math.pow(x / 1000, 0.7))))
        .isLessThan(BOUND);
    assertThat(distance(weibull::draw, x -> 1 - Math.exp(-Math.pow(x / 1000, 0.75))))
        .isGreaterThan(BOUND);
  }

  @Test
  void logNormal_isDrawn_hasItsDistribution() {
    LogNormal logNormal = LogNormal.ofMedianAndMean(54, 355);
    double sigma = Math.sqrt(2 * Math.log(355.0 / 54));

    assertThat(distance(logNormal::draw, x -> normal(Math.log(x / 54) / sigma))).isLessThan(BOUND);
    assertThat(distance(logNormal::draw, x -> normal(Math.log(x / 60) / sigma)))
        .isGreaterThan(BOUND);
  }

  @Test
  void logNormal_ofAMedianAndAMean_hasThem() {
    LogNormal logNormal = LogNormal.ofMedianAndMean(54, 355);

    assertThat(Math.exp(logNormal.mu())).isCloseTo(54, within(1e-9));
    assertThat(Math.exp(logNormal.mu() + logNormal.sigma() * logNormal.sigma() / 2))
        .isCloseTo(355, within(1e-9));
  }

  @Test
  void weibullMean_ofScaleOne_isTheIntegralOfItsSurvival() {
    double mean = 0;
    double step = 1e-3;
    for (double root = step / 2; root < 60; root += step) {
      // With x = root^3 the integrand is smooth at 0.
      mean += Math.exp(-Math.pow(root, 3 * GeneratedHistory.SHAPE)) * 3 * root * root * step;
    }

    assertThat(GeneratedHistory.MEAN_AT_SCALE_ONE).isCloseTo(mean, within(1e-6));
  }

  private static double distance(ToDoubleFunction<SplitMix> draw, DoubleUnaryOperator cdf) {
    SplitMix chance = new SplitMix(42);
    double[] drawn = new double[DRAWS];
    Arrays.setAll(drawn, i -> draw.applyAsDouble(chance));
    Arrays.sort(drawn);
    double most = 0;
    for (int i = 0; i < DRAWS; i++) {
      double expected = cdf.applyAsDouble(drawn[i]);
      most = Math.max(most, Math.max(expected - (double) i / DRAWS, (i + 1.0) / DRAWS - expected));
    }
    return most;
  }

  /** The normal distribution by Abramowitz and Stegun, 26.2.17; wrong by at most 7.5e-8. */
  private static double normal(double x) {
    double t = 1 / (1 + 0.2316419 * Math.abs(x));
    double polynomial =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double upper = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * polynomial;
    return x < 0 ? upper : 1 - upper;
  }
}
