package dev.timelapse.scheduler.benchmark;

/** A seeded generator: SplitMix64, the same on every JDK. */
public final class Dice {

  private long state;

  /** Starts a sequence of draws that the seed alone determines. */
  public Dice(long seed) {
    this.state = seed;
  }

  /** Draws 64 bits. */
  public long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Draws a number from 0 to the bound, which is left out. */
  public int below(int bound) {
    return (int) ((next() >>> 32) * bound >>> 32);
  }
}
