package dev.timelapse.scheduler.benchmark.simulation;

import dev.timelapse.scheduler.benchmark.Dice;

/**
 * Exponentially distributed delays, in a few nanoseconds each: straight lines between the quantiles
 * of the distribution. Hardly any delay comes twice.
 */
final class Delays {

  static final long MEAN = 1_000_000_000L;

  private static final int PIECES = 1024;

  private final long[] start = new long[PIECES];
  private final long[] width = new long[PIECES];
  private final Dice dice;

  Delays(long seed) {
    this.dice = new Dice(seed);
    for (int i = 0; i < PIECES; i++) {
      double from = -Math.log1p(-(double) i / PIECES);
      // The last piece has no end: one of twice the mean has the right mean.
      double to = i + 1 < PIECES ? -Math.log1p(-(i + 1.0) / PIECES) : from + 2;
      start[i] = Math.round(from * MEAN);
      width[i] = Math.round((to - from) * MEAN);
    }
  }

  long next() {
    long bits = dice.next();
    int piece = (int) bits & (PIECES - 1);
    return start[piece] + (width[piece] * (bits >>> 36) >>> 28);
  }
}
