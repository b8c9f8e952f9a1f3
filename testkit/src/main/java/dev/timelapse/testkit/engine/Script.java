package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.Task;
import java.time.Instant;
import org.apiguardian.api.API;

/** What the test does when its time has come. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Script {

  private final Engine engine;

  Script(Engine engine) {
    this.engine = engine;
  }

  /** Adds something that the test does at an elapsed time, once if the period is 0. */
  public Timer add(String name, long dueNanos, int priority, long periodNanos, Task action) {
    return add(Timer.script(name, dueNanos, null, priority, periodNanos, action));
  }

  /**
   * Adds something that the test does when the wall clock shows an instant, whatever is done to
   * that meanwhile.
   */
  public Timer addAt(String name, Instant instant, int priority, long periodNanos, Task action) {
    long due = Agenda.dueAt(instant, engine.time());
    return add(Timer.script(name, due, instant, priority, periodNanos, action));
  }

  private Timer add(Timer timer) {
    engine.enter("script");
    try {
      engine.relay.checkNotStopped();
      engine.agenda.add(timer);
      return timer;
    } finally {
      engine.leave();
    }
  }

  /** Takes something out. Answers whether that made a difference. */
  public boolean cancel(Timer timer) {
    engine.enter("script");
    try {
      return engine.agenda.remove(timer);
    } finally {
      engine.leave();
    }
  }
}
