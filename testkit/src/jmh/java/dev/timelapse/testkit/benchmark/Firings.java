package dev.timelapse.testkit.benchmark;

/** A simulation in which a hundred jobs run every minute. */
interface Firings {

  /** Lets so many minutes pass. */
  void advance(int minutes);

  /** Leaves nothing behind. */
  default void end() {}
}
