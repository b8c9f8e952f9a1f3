package dev.timelapse.testkit.recording;

import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One run of a task of a scheduler. It stands on the recording from its start, and learns its end
 * when that comes.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RecordedFiring implements Recorded {

  private final Instant at;
  private final String lane;
  private final String name;
  private final int attempt;
  private final long latenessNanos;
  private long tookNanos = -1;
  private @Nullable String failure;

  RecordedFiring(Instant at, String lane, String name, int attempt, long latenessNanos) {
    this.at = at;
    this.lane = lane;
    this.name = name;
    this.attempt = attempt;
    this.latenessNanos = latenessNanos;
  }

  /**
   * Takes note of the end.
   *
   * @param nanos how long the task ran, in elapsed time
   * @param cause what it threw, or null if it returned
   */
  public void ended(long nanos, @Nullable Throwable cause) {
    tookNanos = nanos;
    failure = cause == null ? null : Words.of(cause);
  }

  @Override
  public Instant at() {
    return at;
  }

  @Override
  public String lane() {
    return lane;
  }

  @Override
  public String what() {
    return attempt == 1 ? name : name + " (attempt " + attempt + ")";
  }

  /**
   * Returns the name of the job.
   *
   * @return the job's name, or "one-shot"
   */
  public String name() {
    return name;
  }

  /**
   * Returns which attempt at the firing this was.
   *
   * @return 1 for the regular run, 2 for the first retry, and so on
   */
  public int attempt() {
    return attempt;
  }

  /**
   * Returns how late the task started.
   *
   * @return elapsed time between due time and start, zero or more
   */
  public Duration lateness() {
    return Duration.ofNanos(latenessNanos);
  }

  /**
   * Returns how long the task ran.
   *
   * @return elapsed time between start and end; null while it runs
   */
  public @Nullable Duration took() {
    return tookNanos < 0 ? null : Duration.ofNanos(tookNanos);
  }

  /**
   * Returns what the task threw.
   *
   * @return the exception in words; null if it returned or still runs
   */
  public @Nullable String failure() {
    return failure;
  }

  @Override
  public String outcome() {
    StringBuilder words = new StringBuilder();
    if (tookNanos < 0) {
      words.append("running");
    } else if (failure != null) {
      words.append("failed: ").append(failure);
    } else {
      words.append("ok");
    }
    if (tookNanos > 0) {
      words.append(", took ").append(Duration.ofNanos(tookNanos));
    }
    if (latenessNanos > 0) {
      words.append(", ").append(Duration.ofNanos(latenessNanos)).append(" late");
    }
    return words.toString();
  }

  @Override
  public String toString() {
    return at + " " + lane + " " + what() + ": " + outcome();
  }
}
