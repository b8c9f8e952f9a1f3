package dev.timelapse.testkit.recording;

import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One run of a task of a scheduler or an executor.
 *
 * @param when when it started
 * @param lane the scheduler
 * @param name the name of the job, or "one-shot"
 * @param attempt 1 for the regular run, 2 for the first retry, and so on
 * @param lateness elapsed time between due time and start, zero or more
 * @param took elapsed time between start and end; null while it runs
 * @param failure what it threw, in words; null if it returned or still runs
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RecordedFiring(
    Moment when,
    String lane,
    String name,
    int attempt,
    Duration lateness,
    @Nullable Duration took,
    @Nullable String failure)
    implements Recorded {

  @Override
  public String what() {
    return attempt == 1 ? name : name + " (attempt " + attempt + ")";
  }

  @Override
  public String outcome() {
    String end = Words.ending("running", took, failure, null);
    return lateness.isZero() ? end : end + ", " + Words.of(lateness) + " late";
  }

  @Override
  public String toString() {
    return Words.of(this);
  }
}
