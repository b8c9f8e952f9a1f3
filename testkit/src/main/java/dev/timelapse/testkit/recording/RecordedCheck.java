package dev.timelapse.testkit.recording;

import org.apiguardian.api.API;

/**
 * What a check found that watches the run.
 *
 * @param when when it was found
 * @param what the name of the check
 * @param outcome what it found
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RecordedCheck(Moment when, String what, String outcome) implements Recorded {

  @Override
  public String lane() {
    return "check";
  }

  @Override
  public String toString() {
    return Words.of(this);
  }
}
