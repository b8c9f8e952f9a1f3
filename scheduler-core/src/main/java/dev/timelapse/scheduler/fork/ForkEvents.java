package dev.timelapse.scheduler.fork;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Turns what is heard of a process into events of a scheduler. */
final class ForkEvents implements ForkListener {

  private final ForkedTask task;
  private final Scheduler scheduler;
  private final Lines lines;
  private final Consumer<? super ForkResult> then;

  /** Lines that no event has handed over yet: one event does so for many. Guarded by this. */
  private final List<String> waiting = new ArrayList<>();

  ForkEvents(ForkedTask task, Scheduler scheduler, Lines lines, Consumer<? super ForkResult> then) {
    this.task = task;
    this.scheduler = scheduler;
    this.lines = lines;
    this.then = then;
  }

  @Override
  public void line(String text) {
    boolean first;
    synchronized (this) {
      first = waiting.isEmpty();
      waiting.add(text);
    }
    if (first) {
      post(() -> takeWaiting().forEach(lines));
    }
  }

  @Override
  public void ended(ForkResult result) {
    boolean heard =
        post(
            () -> {
              lines.logDropped(result.output());
              then.accept(result);
              lines.throwFailure();
            });
    if (!heard) {
      ForkedTask.LOG.warn("{} {}; its scheduler is closed", task, result.outcome());
    }
  }

  private synchronized List<String> takeWaiting() {
    List<String> taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }

  private boolean post(Task event) {
    try {
      scheduler.after(Duration.ZERO, event);
      return true;
    } catch (IllegalStateException closed) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "events of " + task;
  }
}
