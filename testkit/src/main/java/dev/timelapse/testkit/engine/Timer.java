package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.Task;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** An entry of the agenda: something of the script, or the end of a wait. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Timer {

  /** What the recording calls it. */
  String name;

  /** What the wall clock shows when it is due, if it follows that. */
  final @Nullable Instant shown;

  final int priority;
  final long periodNanos;
  long due;
  long sequence;

  /** What it failed with without throwing it, for somebody else gets to know. */
  @Nullable Throwable failure;

  /** Where it stands in the heap; negative while it is not there. */
  int place = -1;

  /** Exactly one of these two is set: what to run, or whom to let go on. */
  private final @Nullable Task script;

  final @Nullable Wait wait;

  private Timer(
      String name,
      long due,
      @Nullable Instant shown,
      int priority,
      long periodNanos,
      @Nullable Task script,
      @Nullable Wait wait) {
    this.name = name;
    this.due = due;
    this.shown = shown;
    this.priority = priority;
    this.periodNanos = periodNanos;
    this.script = script;
    this.wait = wait;
  }

  static Timer script(
      String name, long due, @Nullable Instant shown, int priority, long periodNanos, Task script) {
    return new Timer(name, due, shown, priority, periodNanos, script, null);
  }

  static Timer wakeUp(String name, Wait wait) {
    return new Timer(name, Elapsed.NEVER, null, 0, 0, null, wait);
  }

  /**
   * Gives it another name.
   *
   * @param other what the recording calls it from now on
   */
  public void rename(String other) {
    name = other;
  }

  void run() throws Exception {
    if (script != null) {
      script.run();
    }
  }

  boolean isBefore(Timer other) {
    return Key.compare(due, priority, sequence, other.due, other.priority, other.sequence) < 0;
  }

  boolean isForeground() {
    return periodNanos == 0;
  }
}
