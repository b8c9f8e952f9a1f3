package dev.timelapse.scheduler;

import java.time.Duration;

/** A loop as its simulation sees it. What it has seen counts until somebody touches the loop. */
final class Simulated implements SimulatedScheduler {

  private static final long NEVER_SEEN = -1;

  private final Loop loop;
  private long seenInTurn = NEVER_SEEN;
  private long nextDue;
  private int nextPriority;
  private long nextSequence;

  Simulated(Loop loop) {
    this.loop = loop;
  }

  @Override
  public long nextDueNanoTime() {
    if (!loop.ownership.isUntouchedSince(seenInTurn)) {
      loop.look(this);
    }
    return nextDue;
  }

  /** Takes note of the slot of the earliest event, or none, as it is in a turn of its owner. */
  void sees(int slot, long turn) {
    seenInTurn = turn;
    if (slot == Slots.NONE) {
      nextDue = NEVER;
      return;
    }
    Slots slots = loop.slots();
    nextDue = loop.clocks.nanoTimeAt(slots.due(slot));
    nextPriority = slots.priority(slot);
    nextSequence = slots.sequence(slot);
  }

  /** Takes note that there is nothing to run now. */
  void seesNothing() {
    seenInTurn = NEVER_SEEN;
    nextDue = NEVER;
  }

  @Override
  public int nextPriority() {
    return nextPriority;
  }

  @Override
  public long nextSequence() {
    return nextSequence;
  }

  @Override
  public boolean runNext() {
    return loop.driving.runNext(this);
  }

  @Override
  public boolean hasForegroundWork() {
    return loop.hasForegroundWork();
  }

  @Override
  public void wallClockSet(Duration step) {
    loop.wallClockSet(step);
  }
}
