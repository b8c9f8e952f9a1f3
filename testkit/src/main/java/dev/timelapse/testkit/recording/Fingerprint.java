package dev.timelapse.testkit.recording;

import org.jspecify.annotations.Nullable;

/**
 * A hash of 64 bits over all that happened, in order, taken while it happens. It is a function of
 * the values alone, so that it is the same on every JVM: an event is the sum of its parts, each
 * multiplied by a number of its own, and the sum is mixed into what was before. A string counts as
 * a hash of its UTF-16 units, which is built of the steps of XXH64, as its <a
 * href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">specification</a> has them.
 */
final class Fingerprint {

  private static final long PRIME_1 = 0x9E3779B185EBCA87L;
  private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME_3 = 0x165667B19E3779F9L;
  private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
  private static final long PRIME_5 = 0x27D4EB2F165667C5L;

  // For more parts of an event: the first digits of pi behind the point, made odd.
  private static final long FACTOR_6 = 0x243F6A8885A308D3L;
  private static final long FACTOR_7 = 0x13198A2E03707345L;
  private static final long FACTOR_8 = 0xA4093822299F31D1L;

  /** Names come again and again: where a string's hash is kept follows from the string alone. */
  private static final int CACHED = 512;

  private final @Nullable String[] texts = new @Nullable String[CACHED];
  private final long[] hashes = new long[CACHED];
  private long state = PRIME_5;

  /** Mixes in what begins, or happens at once. */
  void began(
      long mark,
      long elapsed,
      long wall,
      long took,
      long extra,
      @Nullable String lane,
      @Nullable String what,
      @Nullable String end) {
    mixIn(
        mark * PRIME_1
            + elapsed * PRIME_2
            + wall * PRIME_3
            + took * PRIME_4
            + extra * PRIME_5
            + hashOf(lane) * FACTOR_6
            + hashOf(what) * FACTOR_7
            + hashOf(end) * FACTOR_8);
  }

  /** Mixes in the end of what began. */
  void ended(long mark, long number, long elapsed, @Nullable String text) {
    mixIn(mark * PRIME_1 + elapsed * PRIME_2 + number * PRIME_3 + hashOf(text) * FACTOR_8);
  }

  private void mixIn(long event) {
    state = Long.rotateLeft(state ^ event, 27) * PRIME_1 + PRIME_4;
  }

  long value() {
    return avalanche(state);
  }

  @SuppressWarnings("ReferenceEquality") // It nearly always is the very same string.
  private long hashOf(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    int slot = text.hashCode() & (CACHED - 1);
    return text == texts[slot] ? hashes[slot] : hashFor(slot, text);
  }

  private long hashFor(int slot, String text) {
    if (!text.equals(texts[slot])) {
      hashes[slot] = hash(text);
    }
    texts[slot] = text;
    return hashes[slot];
  }

  private static long hash(String text) {
    long hash = PRIME_5 + text.length();
    int i = 0;
    for (; i + 4 <= text.length(); i += 4) {
      hash =
          mix(
              hash,
              text.charAt(i)
                  | (long) text.charAt(i + 1) << 16
                  | (long) text.charAt(i + 2) << 32
                  | (long) text.charAt(i + 3) << 48);
    }
    for (; i < text.length(); i++) {
      hash = mix(hash, text.charAt(i));
    }
    return avalanche(hash);
  }

  private static long mix(long hash, long value) {
    long round = Long.rotateLeft(value * PRIME_2, 31) * PRIME_1;
    return Long.rotateLeft(hash ^ round, 27) * PRIME_1 + PRIME_4;
  }

  private static long avalanche(long hash) {
    long mixed = (hash ^ hash >>> 33) * PRIME_2;
    mixed = (mixed ^ mixed >>> 29) * PRIME_3;
    return mixed ^ mixed >>> 32;
  }
}
