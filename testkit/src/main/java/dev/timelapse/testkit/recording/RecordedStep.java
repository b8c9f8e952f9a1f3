package dev.timelapse.testkit.recording;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * A step of the wall clock.
 *
 * @param when when it happened; the instant is what the clock showed before
 * @param by how far it was stepped; negative if it was set back
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RecordedStep(Moment when, Duration by) implements Recorded {

  @Override
  public String lane() {
    return "wall clock";
  }

  @Override
  public String what() {
    return by.isNegative() ? "set back " + Words.of(by.negated()) : "set forward " + Words.of(by);
  }

  @Override
  public String outcome() {
    return "to " + at().plus(by);
  }

  @Override
  public String toString() {
    return Words.of(this);
  }
}
