package dev.timelapse.testkit.recording;

import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;

/**
 * A step of the wall clock.
 *
 * @param at what the wall clock showed before
 * @param by how far it was stepped; negative if it was set back
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RecordedStep(Instant at, Duration by) implements Recorded {

  @Override
  public String lane() {
    return "wall clock";
  }

  @Override
  public String what() {
    return "stepped by " + by;
  }

  @Override
  public String outcome() {
    return "to " + at.plus(by);
  }
}
