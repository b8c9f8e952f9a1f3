package dev.timelapse.testkit.recording;

import org.apiguardian.api.API;

/**
 * The end of a component of the system, as by a killed process, or its new beginning.
 *
 * @param when when it happened
 * @param lane the component
 * @param change what happened to it
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RecordedLife(Moment when, String lane, Change change) implements Recorded {

  /** What can happen to a component. */
  public enum Change {
    /** It ended like a killed process. */
    CRASH,
    /** It was built anew. */
    RESTART
  }

  @Override
  public String what() {
    return change == Change.CRASH ? "crashes" : "is restarted";
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
