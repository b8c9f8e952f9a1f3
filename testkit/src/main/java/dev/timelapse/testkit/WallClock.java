package dev.timelapse.testkit;

import dev.timelapse.testkit.engine.Engine;
import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;

/**
 * The wall clock of a timeline, which can be set, and may be fast or slow; elapsed time never
 * notices. Calendar jobs follow it, and so does what the script does at an instant or at times of a
 * calendar: it is due when the clock first shows that time. What of the script a step jumps over is
 * due at once.
 */
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
    engine.time().stepBy(step);
  }

  /**
   * Sets the clock to an instant. Schedulers compute their calendar jobs afresh.
   *
   * @param instant what the clock shows then
   */
  public void stepTo(Instant instant) {
    stepBy(Duration.between(engine.time().instant(), instant));
  }

  /**
   * Lets the clock be fast or slow from now on, as that of a machine is: {@code
   * driftBy(ofSeconds(2), ofDays(1))} gains two seconds a day. It goes on from what it shows, to
   * the nanosecond and without rounding errors that add up. Schedulers compute their calendar jobs
   * afresh; each is due at the first instant at which the clock shows its time.
   *
   * @param gain how much it gains; negative loses, zero lets it go right again
   * @param per in how much elapsed time; more than zero, at most 36,525 days
   * @throws IllegalArgumentException if {@code per} is not, or {@code gain} is more than half of it
   */
  public void driftBy(Duration gain, Duration per) {
    engine.time().driftBy(gain, per);
  }
}
