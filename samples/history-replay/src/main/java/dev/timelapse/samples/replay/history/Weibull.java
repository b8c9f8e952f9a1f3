package dev.timelapse.samples.replay.history;

/**
 * The Weibull distribution: the probability of a value above x is exp(-(x/scale)^shape). With a
 * shape below 1, what has lasted is likely to last.
 */
record Weibull(double shape, double scale) {

  /** Draws a number, by inverse transform. */
  double draw(SplitMix chance) {
    return scale * StrictMath.pow(-StrictMath.log(chance.nextOpenDouble()), 1 / shape);
  }
}
