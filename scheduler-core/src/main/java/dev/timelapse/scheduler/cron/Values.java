package dev.timelapse.scheduler.cron;

/**
 * A set of numbers from 0 to 63, such as the minutes that a field admits.
 *
 * @param bits bit {@code n} is set if {@code n} is in the set
 */
record Values(long bits) {

  /** The answer when no member is left. */
  static final int NONE = -1;

  static Values of(int... values) {
    long bits = 0;
    for (int value : values) {
      bits |= 1L << value;
    }
    return new Values(bits);
  }

  static Values range(int from, int to) {
    return new Values((-1L << from) & (-1L >>> (63 - to)));
  }

  boolean contains(int value) {
    return (bits >>> value & 1) != 0;
  }

  /** Returns the least member that is at least {@code value} (0 to 64), or {@link #NONE}. */
  int atLeast(int value) {
    long left = value > 63 ? 0 : bits & (-1L << value);
    return left == 0 ? NONE : Long.numberOfTrailingZeros(left);
  }

  /** Returns the greatest member that is at most {@code value} (-1 to 63), or {@link #NONE}. */
  int atMost(int value) {
    long left = value < 0 ? 0 : bits & (-1L >>> (63 - value));
    return left == 0 ? NONE : 63 - Long.numberOfLeadingZeros(left);
  }

  /** Returns the least member of a set that has one. */
  int first() {
    return Long.numberOfTrailingZeros(bits);
  }

  /** Returns the greatest member of a set that has one. */
  int last() {
    return 63 - Long.numberOfLeadingZeros(bits);
  }

  int count() {
    return Long.bitCount(bits);
  }

  /** Returns how many members are less than {@code value} (0 to 63). */
  int countBelow(int value) {
    return Long.bitCount(bits & ~(-1L << value));
  }

  int[] toArray() {
    int[] members = new int[count()];
    int value = -1;
    for (int i = 0; i < members.length; i++) {
      value = atLeast(value + 1);
      members[i] = value;
    }
    return members;
  }
}
