package dev.timelapse.testkit.choice;

/**
 * The generator SplitMix64 of G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom
 * number generators", OOPSLA 2014, with the mixing function by D. Stafford's variant 13. Written
 * out, so that a seed means the same on every machine and in every version.
 */
final class SplitMix {

  private long state;

  SplitMix(long seed) {
    this.state = seed;
  }

  long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = state;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** Returns a number from 0 to bound - 1, each equally often. */
  long below(long bound) {
    // What does not fill a whole round of the bound would favour small numbers.
    long limit = Long.MAX_VALUE - Long.MAX_VALUE % bound;
    long bits = next() >>> 1;
    while (bits >= limit) {
      bits = next() >>> 1;
    }
    return bits % bound;
  }
}
