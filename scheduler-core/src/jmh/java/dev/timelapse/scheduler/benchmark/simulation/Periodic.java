package dev.timelapse.scheduler.benchmark.simulation;

import dev.timelapse.scheduler.benchmark.Action;

/** Jobs of four periods in equal parts. */
final class Periodic implements Action {

  /** How many firings come in one slice, in the mean: a hundred jobs in an hour. */
  static final int SLICE_EVENTS = 25 * (120 + 60 + 12 + 1);

  private static final long SECOND = 1_000_000_000L;
  private static final long HOUR = 3600 * SECOND;
  private static final long[] PERIODS = {30 * SECOND, 60 * SECOND, 300 * SECOND, HOUR};

  private final Simulator simulator;
  private final long slice;
  private final long[] phases;
  private long now;
  private long fired;

  /**
   * Adds the jobs.
   *
   * @param apart whether their phases are spread over the hour, or all jobs start together
   */
  Periodic(Peer peer, int jobs, boolean apart) {
    this.simulator = peer.create(jobs);
    this.slice = HOUR * 100 / jobs;
    this.phases = new long[jobs];
    for (int i = 0; i < jobs; i++) {
      phases[i] = now;
      simulator.every(PERIODS[i % PERIODS.length], this);
      if (apart) {
        advanceBy(HOUR / jobs);
      }
    }
  }

  @Override
  public void run() {
    fired++;
  }

  /** Plays one slice of time, and answers how many firings there have been so far. */
  long advance() {
    advanceBy(slice);
    return fired;
  }

  private void advanceBy(long span) {
    now += span;
    simulator.advance(span);
  }

  /** Sees that each firing that was due has come. */
  void check() {
    long expected = 0;
    for (int i = 0; i < phases.length; i++) {
      expected += (now - phases[i]) / PERIODS[i % PERIODS.length];
    }
    if (fired != expected) {
      throw new AssertionError(fired + " firings came, but " + expected + " were due");
    }
  }
}
