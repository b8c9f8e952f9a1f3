package dev.timelapse.testkit.engine;

/** The one order of a timeline: due time, priority, sequence. */
final class Key {

  private Key() {}

  static int compare(
      long due, int priority, long sequence, long otherDue, int otherPriority, long otherSequence) {
    if (due != otherDue) {
      return due < otherDue ? -1 : 1;
    }
    if (priority != otherPriority) {
      return priority < otherPriority ? -1 : 1;
    }
    return Long.compare(sequence, otherSequence);
  }
}
