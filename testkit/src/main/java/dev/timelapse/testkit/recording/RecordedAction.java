package dev.timelapse.testkit.recording;

import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An action of the script: something that the test lets the world do.
 *
 * @param when when it started
 * @param what when it was to happen, in words
 * @param took elapsed time between start and end; null while it runs
 * @param failure what it threw, in words; null if it returned or still runs
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RecordedAction(
    Moment when, String what, @Nullable Duration took, @Nullable String failure)
    implements Recorded {

  @Override
  public String lane() {
    return "script";
  }

  @Override
  public String outcome() {
    return Words.ending("running", took, failure, null);
  }

  @Override
  public String toString() {
    return Words.of(this);
  }
}
