package dev.timelapse.scheduler;

import java.time.Duration;

/** A loop as its simulation sees it. */
final class Simulated implements SimulatedScheduler {

  private final Loop loop;
  private int nextPriority;
  private long nextSequence;

  Simulated(Loop loop) {
    this.loop = loop;
  }

  @Override
  public long nextDueNanoTime() {
    int slot = loop.first();
    if (slot == Slots.NONE) {
      return NEVER;
    }
    Slots slots = loop.slots();
    nextPriority = slots.priority(slot);
    nextSequence = slots.sequence(slot);
    return loop.clocks.nanoTimeAt(slots.due(slot));
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
    return loop.driving.runNext();
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
