package dev.timelapse.scheduler.benchmark.timeouts;

/**
 * A scheduler that only sees time-outs of one length, as the workload sees it. It keeps the handles
 * of those that may be cancelled, each under a number.
 */
interface Timeouts extends AutoCloseable {

  /** The length of a time-out in nanoseconds. */
  long LENGTH = 30_000_000_000L;

  /** Starts a time-out and keeps its handle. */
  void schedule(int number);

  /** Cancels a time-out. Answers false if it was not pending, where the scheduler tells. */
  boolean cancel(int number);

  /** Forgets the handle of a time-out, which is to run its course. */
  void leave(int number);

  /** Lets some nanoseconds pass, and time-outs with them. */
  void advance(long span);

  /** Returns how many time-outs have run their course. */
  long expired();

  @Override
  default void close() throws Exception {}
}
