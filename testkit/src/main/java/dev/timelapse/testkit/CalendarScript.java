package dev.timelapse.testkit;

import dev.timelapse.scheduler.CalendarTrigger;
import dev.timelapse.scheduler.Task;
import dev.timelapse.testkit.engine.Engine;
import dev.timelapse.testkit.engine.Timer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something of the script that is done again and again at times of a calendar. */
final class CalendarScript {

  /** Marks a timer as one of several, which do not follow each other in a fixed period. */
  private static final long NO_PERIOD = -1;

  private final Engine engine;
  private String name;
  private final CalendarTrigger times;
  private final Task action;
  private @Nullable Timer timer;

  CalendarScript(Engine engine, String name, CalendarTrigger times, Task action) {
    this.engine = engine;
    this.name = name;
    this.times = times;
    this.action = action;
  }

  void awaitNext() {
    Instant next = times.next(engine.time().instant());
    if (next == null) {
      timer = null;
      return;
    }
    timer =
        engine
            .script()
            .addAt(
                name,
                next,
                Timeline.SCRIPT_PRIORITY,
                NO_PERIOD,
                () -> {
                  awaitNext();
                  action.run();
                });
  }

  void rename(String other) {
    name = other;
    if (timer != null) {
      timer.rename(other);
    }
  }

  boolean cancel() {
    return timer != null && engine.script().cancel(timer);
  }
}
