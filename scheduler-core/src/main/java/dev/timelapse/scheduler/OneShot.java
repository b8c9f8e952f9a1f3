package dev.timelapse.scheduler;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An event that runs once. */
final class OneShot extends Event {

  private @Nullable Task task;

  OneShot(Loop loop, int priority, Task task) {
    super(loop, priority);
    this.task = Objects.requireNonNull(task, "task");
    this.foreground = true;
  }

  @Override
  public String name() {
    return "one-shot";
  }

  /** Hands over the task and forgets it. */
  Task take() {
    Task taken = Objects.requireNonNull(task, "a one-shot runs once");
    task = null;
    return taken;
  }

  @Override
  boolean end() {
    boolean live = task != null;
    task = null;
    return live;
  }

  @Override
  boolean onWallClock() {
    return dueInstant != null;
  }

  @Override
  void recompute(Clocks clocks) {
    if (dueInstant != null) {
      due = clocks.elapsedAt(dueInstant);
    }
  }
}
