package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.PendingEvent;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.SimulatedScheduler;
import java.time.Duration;
import java.util.List;

/** A scheduler on the timeline. */
final class DrivenScheduler implements Driven {

  private final String lane;
  private final Scheduler scheduler;
  private final SimulatedScheduler face;

  /**
   * Whether a task is under way: nothing else of this scheduler may run then. Passing the baton
   * publishes it; in automatic time, where one may look who has neither, a scheduler that is driven
   * shows nothing to run anyway.
   */
  private boolean busy;

  DrivenScheduler(String lane, Scheduler scheduler, SimulatedScheduler face) {
    this.lane = lane;
    this.scheduler = scheduler;
    this.face = face;
  }

  @Override
  public long nextDue() {
    return busy ? Elapsed.NEVER : face.nextDueNanoTime();
  }

  @Override
  public int nextPriority() {
    return face.nextPriority();
  }

  @Override
  public long nextSequence() {
    return face.nextSequence();
  }

  @Override
  public boolean runNext() {
    busy = true;
    try {
      return face.runNext();
    } finally {
      busy = false;
    }
  }

  @Override
  public boolean hasForeground() {
    return busy || face.hasForegroundWork();
  }

  @Override
  public List<PendingEvent> pending() {
    return scheduler.isClosed() ? List.of() : scheduler.pending();
  }

  @Override
  public boolean isClosed() {
    return scheduler.isClosed();
  }

  @Override
  public String lane() {
    return lane;
  }

  @Override
  public boolean drives(Object component) {
    return component == scheduler;
  }

  @Override
  public void crashed() {
    scheduler.close();
  }

  @Override
  public void wallClockSet(Duration step) {
    face.wallClockSet(step);
  }
}
