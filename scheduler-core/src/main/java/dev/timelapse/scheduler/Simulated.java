package dev.timelapse.scheduler;

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
    Event next = loop.peek();
    if (next == null) {
      return NEVER;
    }
    nextPriority = next.priority;
    nextSequence = next.sequence;
    return loop.clocks.nanoTimeAt(next.due);
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
    return loop.runNext();
  }

  @Override
  public boolean hasForegroundWork() {
    return loop.hasForegroundWork();
  }

  @Override
  public void wallClockStepped() {
    loop.wallClockStepped();
  }
}
