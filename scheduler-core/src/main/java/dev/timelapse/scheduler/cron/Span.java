package dev.timelapse.scheduler.cron;

/**
 * A stretch of time in which a zone keeps one offset from UTC. All figures are in seconds; instants
 * are counted from 1970-01-01T00:00Z.
 *
 * @param start its first instant, or {@link Long#MIN_VALUE} if the zone had no other offset before
 * @param end the instant behind it, or {@link Long#MAX_VALUE} if the offset never changes again
 * @param offset what to add to an instant to get the local time
 * @param offsetBefore the offset until {@code start}
 * @param offsetAfter the offset from {@code end}
 */
record Span(long start, long end, int offset, int offsetBefore, int offsetAfter) {

  boolean contains(long instant) {
    return start <= instant && instant < end;
  }

  /** Returns how far the clock was set forward when this span began, or 0. */
  int gap() {
    return Math.max(0, offset - offsetBefore);
  }

  /** Returns the first instant whose local time has not been shown before. */
  long startOfNews() {
    return start + Math.max(0, offsetBefore - offset);
  }

  /** Returns the instant from which on the local times will be shown again. */
  long endOfUnrepeated() {
    return end - Math.max(0, offset - offsetAfter);
  }
}
