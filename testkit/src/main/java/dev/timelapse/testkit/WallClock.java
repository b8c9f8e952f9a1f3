package dev.timelapse.testkit;

import dev.timelapse.testkit.engine.Engine;
import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;

/** The wall clock of a timeline, which can be set; elapsed time never notices. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class WallClock {

  private final Engine engine;

  WallClock(Engine engine) {
    this.engine = engine;
  }

  /**
   * Sets the clock forward or back. Schedulers compute their calendar jobs afresh.
   *
   * @param step how far; negative sets it back
   */
  public void stepBy(Duration step) {
    engine.stepWallClock(step);
  }

  /**
   * Sets the clock to an instant. Schedulers compute their calendar jobs afresh.
   *
   * @param instant what the clock shows then
   */
  public void stepTo(Instant instant) {
    stepBy(Duration.between(engine.time().instant(), instant));
  }
}
