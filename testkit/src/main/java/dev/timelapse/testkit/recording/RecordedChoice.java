package dev.timelapse.testkit.recording;

import org.apiguardian.api.API;

/**
 * A decision that the test leaves open.
 *
 * @param when when it was made
 * @param label what was decided
 * @param bound the number of possible values, from 0 on
 * @param value what was drawn: 0 is the dull one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RecordedChoice(Moment when, String label, long bound, long value)
    implements Recorded {

  @Override
  public String lane() {
    return "choice";
  }

  @Override
  public String what() {
    return label;
  }

  @Override
  public String outcome() {
    return value + " of " + bound;
  }

  @Override
  public String toString() {
    return Words.of(this);
  }
}
