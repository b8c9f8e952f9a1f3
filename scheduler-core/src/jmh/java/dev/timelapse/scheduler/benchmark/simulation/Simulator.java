package dev.timelapse.scheduler.benchmark.simulation;

import dev.timelapse.scheduler.benchmark.Action;

/**
 * A scheduler whose time is simulated, as the workloads see it. Times are counted in units without
 * a name: nanoseconds, but for the peers that know only milliseconds.
 */
interface Simulator {

  /** In which order events run. */
  enum Order {
    /** By time, priority and insertion. */
    TOTAL,
    /** By time and insertion; priorities are ignored. */
    FIFO,
    /** By the tick that the time falls into. */
    TICKS
  }

  Order order();

  /** Runs an action once, after a delay. */
  void after(long delay, int priority, Action action);

  /** Runs an action once in each period, for the first time after one. */
  void every(long period, Action action);

  /** Runs what is due from now to the end of a span, inclusive, and takes time there. */
  void advance(long span);
}
