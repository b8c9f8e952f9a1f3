package dev.timelapse.testkit.recording;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * A change of the rate at which the wall clock goes.
 *
 * @param when when it happened; the clock goes on from that instant
 * @param gain what it gains from then on; negative if it loses, zero if it goes right
 * @param per in which elapsed time
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RecordedDrift(Moment when, Duration gain, Duration per) implements Recorded {

  @Override
  public String lane() {
    return "wall clock";
  }

  @Override
  public String what() {
    if (gain.isZero()) {
      return "goes right";
    }
    String change = gain.isNegative() ? "loses " : "gains ";
    return change + Words.of(gain.abs()) + " in " + Words.of(per);
  }

  @Override
  public String outcome() {
    return "";
  }

  @Override
  public String toString() {
    return Words.of(this);
  }
}
