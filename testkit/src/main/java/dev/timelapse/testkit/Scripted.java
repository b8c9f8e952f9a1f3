package dev.timelapse.testkit;

import dev.timelapse.testkit.engine.Engine;
import dev.timelapse.testkit.engine.Timer;
import org.apiguardian.api.API;

/** A handle on an action of the script. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Scripted {

  private final Engine engine;
  private final Timer timer;

  Scripted(Engine engine, Timer timer) {
    this.engine = engine;
    this.timer = timer;
  }

  /**
   * Takes the action out of the script.
   *
   * @return true if it would have run, or run again; false otherwise
   */
  public boolean cancel() {
    return engine.cancel(timer);
  }
}
