package dev.timelapse.testkit.recording;

import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A call of the system under test to the outside. It stands on the recording from its start. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RecordedCall implements Recorded {

  private final Instant at;
  private final String mock;
  private final String method;
  private final String call;
  private long tookNanos = -1;
  private @Nullable String answer;
  private @Nullable String failure;

  RecordedCall(Instant at, String mock, String method, String call) {
    this.at = at;
    this.mock = mock;
    this.method = method;
    this.call = call;
  }

  /**
   * Takes note of the answer.
   *
   * @param nanos how long the call took, in elapsed time
   * @param value the answer in words; null for a method without a result
   */
  public void answered(long nanos, @Nullable String value) {
    tookNanos = nanos;
    answer = value;
  }

  /**
   * Takes note of a failure.
   *
   * @param nanos how long the call took, in elapsed time
   * @param cause what it threw
   */
  public void failed(long nanos, Throwable cause) {
    tookNanos = nanos;
    failure = Words.of(cause);
  }

  @Override
  public Instant at() {
    return at;
  }

  @Override
  public String lane() {
    return mock;
  }

  @Override
  public String what() {
    return call;
  }

  /**
   * Returns the name of the method.
   *
   * @return its simple name
   */
  public String method() {
    return method;
  }

  /**
   * Returns how long the call took.
   *
   * @return elapsed time; null while it is under way
   */
  public @Nullable Duration took() {
    return tookNanos < 0 ? null : Duration.ofNanos(tookNanos);
  }

  /**
   * Returns what the call answered.
   *
   * @return the answer in words; null if it has none, failed, or is under way
   */
  public @Nullable String answer() {
    return answer;
  }

  /**
   * Returns what the call threw.
   *
   * @return the exception in words; null if it returned or is under way
   */
  public @Nullable String failure() {
    return failure;
  }

  @Override
  public String outcome() {
    if (tookNanos < 0) {
      return "under way";
    }
    String end = failure != null ? "failed: " + failure : answer != null ? answer : "ok";
    return tookNanos == 0 ? end : end + ", took " + Duration.ofNanos(tookNanos);
  }

  @Override
  public String toString() {
    return at + " " + mock + " " + call + ": " + outcome();
  }
}
