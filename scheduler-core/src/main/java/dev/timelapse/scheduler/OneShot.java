package dev.timelapse.scheduler;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A one-shot on the wall clock, or one that another thread added while a task ran. */
final class OneShot extends ArmedEvent {

  private @Nullable Task task;

  OneShot(Loop loop, int priority, Task task, long due, @Nullable Instant dueInstant) {
    super(loop, priority);
    this.task = task;
    this.due = due;
    this.dueInstant = dueInstant;
    this.foreground = true;
  }

  @Override
  public String name() {
    return SlotEvent.NAME;
  }

  /** Returns what tells it from other one-shots. */
  String describe() {
    return SlotEvent.describe(task);
  }

  /** Hands over the task; null if another thread has cancelled this event at the last moment. */
  @Nullable Task take() {
    Task taken = task;
    if (!end()) {
      return null;
    }
    task = null;
    return taken;
  }

  /** Lets go of the task; called by whoever has cancelled this event. */
  void forget() {
    task = null;
  }

  @Override
  boolean isRecurring() {
    return false;
  }

  @Override
  void recompute(Clocks clocks) {
    map(clocks);
  }

  @Override
  boolean onWallClock() {
    return dueInstant != null;
  }
}
