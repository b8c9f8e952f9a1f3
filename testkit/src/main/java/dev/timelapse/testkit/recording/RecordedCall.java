package dev.timelapse.testkit.recording;

import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A call of the system under test to the outside.
 *
 * @param when when it started
 * @param lane the name of the mock
 * @param what the method with its arguments
 * @param took elapsed time between start and end; null while it is under way
 * @param answer the answer in words; null if it has none, failed, or is under way
 * @param failure what it threw, in words; null if it returned or is under way
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RecordedCall(
    Moment when,
    String lane,
    String what,
    @Nullable Duration took,
    @Nullable String answer,
    @Nullable String failure)
    implements Recorded {

  /**
   * Returns the name of the method.
   *
   * @return its simple name
   */
  public String method() {
    int end = what.indexOf('(');
    return end < 0 ? what : what.substring(0, end);
  }

  @Override
  public String outcome() {
    return Words.ending("under way", took, failure, answer);
  }

  @Override
  public String toString() {
    return Words.of(this);
  }
}
