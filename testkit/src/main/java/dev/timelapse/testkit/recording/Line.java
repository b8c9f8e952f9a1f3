package dev.timelapse.testkit.recording;

import org.jspecify.annotations.Nullable;

/**
 * One line of a page before it is laid out: an entry, or words about what is not shown.
 *
 * @param entry the entry, or null
 * @param pointedOut whether the entry is marked
 * @param fold the words; empty if there is an entry
 */
record Line(@Nullable Recorded entry, boolean pointedOut, String fold) {

  static Line of(Recorded entry, boolean pointedOut) {
    return new Line(entry, pointedOut, "");
  }

  static Line fold(String words) {
    return new Line(null, false, words);
  }
}
