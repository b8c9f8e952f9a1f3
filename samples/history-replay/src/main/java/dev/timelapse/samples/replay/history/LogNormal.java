package dev.timelapse.samples.replay.history;

/** The lognormal distribution: the logarithm is normal, of the given mean and deviation. */
record LogNormal(double mu, double sigma) {

  /** Returns the distribution that has this median and this mean, which must be greater. */
  static LogNormal ofMedianAndMean(double median, double mean) {
    double mu = StrictMath.log(median);
    return new LogNormal(mu, StrictMath.sqrt(2 * (StrictMath.log(mean) - mu)));
  }

  /** Draws a number. */
  double draw(SplitMix chance) {
    return StrictMath.exp(mu + sigma * chance.nextGaussian());
  }
}
