package dev.timelapse.scheduler.benchmark.simulation;

import dev.timelapse.scheduler.benchmark.Action;

/**
 * The hold model: each event that runs schedules itself anew after a random delay, so that always
 * the same number is pending. Exponential delays have no memory, so events come at one mean rate
 * from the start.
 */
final class Hold implements Action {

  /** How many events come in one slice, in the mean. */
  static final int SLICE_EVENTS = 1000;

  private final Simulator simulator;
  private final Delays delays = new Delays(42);
  private final long slice;
  private long slices;
  private long fired;

  Hold(Peer peer, int pending) {
    this.simulator = peer.create(pending);
    this.slice = Delays.MEAN * SLICE_EVENTS / pending;
    for (int i = 0; i < pending; i++) {
      simulator.after(delays.next(), 0, this);
    }
  }

  @Override
  public void run() {
    fired++;
    simulator.after(delays.next(), 0, this);
  }

  /** Plays one slice of time, and answers how many events have run so far. */
  long advance() {
    slices++;
    simulator.advance(slice);
    return fired;
  }

  /** Sees that as many events ran as there should, within six standard deviations. */
  void check() {
    double expected = (double) slices * SLICE_EVENTS;
    if (Math.abs(fired - expected) > 6 * Math.sqrt(expected)) {
      throw new AssertionError(
          fired + " events ran in " + slices + " slices; about " + expected + " were due");
    }
  }
}
