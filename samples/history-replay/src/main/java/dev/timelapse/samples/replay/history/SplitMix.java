package dev.timelapse.samples.replay.history;

/**
 * A generator of chance whose numbers are the same on every machine: SplitMix64, after Steele, Lea
 * and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. Derived numbers use
 * {@link StrictMath}, for the same reason.
 */
public final class SplitMix {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /** Creates one whose numbers are a function of the seed. */
  public SplitMix(long seed) {
    this.state = seed;
  }

  long nextLong() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Returns a number from 0 to {@code bound - 1}, all as likely but for one part in 2^31. */
  public int below(int bound) {
    return (int) ((nextLong() >>> 1) % bound);
  }

  /** Returns a number between 0 and 1, both exclusive, with 53 random bits. */
  double nextOpenDouble() {
    return ((nextLong() >>> 11) + 0.5) * 0x1p-53;
  }

  /** Returns a number of the standard normal distribution, by the method of Box and Muller. */
  double nextGaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(nextOpenDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * nextOpenDouble());
  }
}
