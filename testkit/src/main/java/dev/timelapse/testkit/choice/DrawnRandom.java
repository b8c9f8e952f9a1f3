package dev.timelapse.testkit.choice;

import java.util.random.RandomGenerator;

/** A random generator whose every number is a choice, and the dull one is the smallest. */
record DrawnRandom(Choices choices, String label) implements RandomGenerator {

  private static final long HALF = 1L << 32;
  private static final int DOUBLE_BITS = 53;

  @Override
  public long nextLong() {
    return choices.draw(label, HALF) << 32 | choices.draw(label, HALF);
  }

  @Override
  public long nextLong(long bound) {
    return choices.draw(label, bound);
  }

  @Override
  public int nextInt() {
    return (int) choices.draw(label, HALF);
  }

  @Override
  public int nextInt(int bound) {
    return (int) choices.draw(label, bound);
  }

  @Override
  public double nextDouble() {
    return choices.draw(label, 1L << DOUBLE_BITS) * 0x1p-53;
  }

  @Override
  public boolean nextBoolean() {
    return choices.draw(label, 2) == 1;
  }
}
