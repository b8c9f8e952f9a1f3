package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.Task;
import java.util.Comparator;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** An entry of the agenda: something of the script, or the end of a strand's wait. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Timer {

  static final Comparator<Timer> ORDER =
      (a, b) -> Key.compare(a.due, a.priority, a.sequence, b.due, b.priority, b.sequence);

  final String name;
  final int priority;
  final long periodNanos;
  long due;
  long sequence;
  boolean cancelled;

  /** Exactly one of these two is set: what to run, or whom to let go on. */
  private final @Nullable Task script;

  final @Nullable Baton waiter;

  private Timer(
      String name,
      long due,
      int priority,
      long periodNanos,
      @Nullable Task script,
      @Nullable Baton waiter) {
    this.name = name;
    this.due = due;
    this.priority = priority;
    this.periodNanos = periodNanos;
    this.script = script;
    this.waiter = waiter;
  }

  static Timer script(String name, long due, int priority, long periodNanos, Task script) {
    return new Timer(name, due, priority, periodNanos, script, null);
  }

  static Timer wakeUp(String name, long due, Baton waiter) {
    return new Timer(name, due, 0, 0, null, waiter);
  }

  void run() throws Exception {
    if (script != null) {
      script.run();
    }
  }

  boolean isForeground() {
    return periodNanos == 0;
  }
}
