package dev.timelapse.testkit.recording;

import org.jspecify.annotations.Nullable;

/**
 * A hash of 64 bits over all that happened, in order, taken while it happens. It is a function of
 * the values alone, so that it is the same on every JVM: a long is mixed in by the eight-byte step
 * of XXH64, as its <a
 * href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">specification</a> has it, a
 * string as the XXH64-like hash of its UTF-16 units.
 */
final class Fingerprint {

  private static final long PRIME_1 = 0x9E3779B185EBCA87L;
  private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME_3 = 0x165667B19E3779F9L;
  private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
  private static final long PRIME_5 = 0x27D4EB2F165667C5L;

  /** Names come again and again: where a string's hash is kept follows from the string alone. */
  private static final int CACHED = 512;

  private final @Nullable String[] texts = new @Nullable String[CACHED];
  private final long[] hashes = new long[CACHED];
  private long state = PRIME_5;

  void add(long value) {
    state = mix(state, value);
  }

  void add(String text) {
    int slot = text.hashCode() & (CACHED - 1);
    if (!text.equals(texts[slot])) {
      texts[slot] = text;
      hashes[slot] = hash(text);
    }
    add(hashes[slot]);
  }

  long value() {
    return avalanche(state);
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
