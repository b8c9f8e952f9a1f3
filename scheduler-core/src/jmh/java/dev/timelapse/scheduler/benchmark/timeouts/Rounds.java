package dev.timelapse.scheduler.benchmark.timeouts;

import dev.timelapse.scheduler.benchmark.Dice;

/**
 * A time-out starts every 10 microseconds; 99 in 100 are cancelled after a number of others have
 * started, the rest run their course. Begins in the steady state, in which some 30,000 of those
 * that are never cancelled are pending beside the others.
 */
final class Rounds implements AutoCloseable {

  private static final long STEP = 10_000;
  private static final int ONE_IN = 100;
  private static final int LEFT = (int) (Timeouts.LENGTH / (STEP * ONE_IN));

  private final Timeouts timeouts;
  private final Dice dice = new Dice(7);
  private final int live;
  private int next;
  private long scheduled;
  private long cancelled;

  Rounds(Peer peer, int live) {
    this.timeouts = peer.create(live);
    this.live = live;
    for (int i = 0; i < LEFT; i++) {
      schedule(0);
      timeouts.leave(0);
      timeouts.advance(STEP * ONE_IN);
    }
    for (int i = 0; i < live; i++) {
      schedule(i);
      timeouts.advance(STEP);
    }
  }

  /** Lets so many time-outs start, and answers how many have run their course so far. */
  long play(int rounds) {
    for (int i = 0; i < rounds; i++) {
      if (dice.below(ONE_IN) == 0) {
        timeouts.leave(next);
      } else {
        cancel(next);
      }
      schedule(next);
      timeouts.advance(STEP);
      next = next + 1 < live ? next + 1 : 0;
    }
    return timeouts.expired();
  }

  /** Returns how many time-outs are pending. */
  long pending() {
    return scheduled - cancelled - timeouts.expired();
  }

  /** Lets all that are pending run their course, and sees that none is lost. */
  void drain() {
    for (int i = 0; i < live; i++) {
      timeouts.leave(i);
    }
    timeouts.advance(Timeouts.LENGTH + Timeouts.LENGTH / ONE_IN);
    if (pending() != 0) {
      throw new AssertionError(
          "of %d time-outs %d were cancelled, but %d ran their course"
              .formatted(scheduled, cancelled, timeouts.expired()));
    }
  }

  @Override
  public void close() throws Exception {
    timeouts.close();
  }

  private void schedule(int number) {
    scheduled++;
    timeouts.schedule(number);
  }

  private void cancel(int number) {
    cancelled++;
    if (!timeouts.cancel(number)) {
      throw new AssertionError("time-out " + number + " was gone before it was cancelled");
    }
  }
}
