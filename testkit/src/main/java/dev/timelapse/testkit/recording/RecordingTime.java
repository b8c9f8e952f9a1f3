package dev.timelapse.testkit.recording;

import org.apiguardian.api.API;

/** What a recording reads the time from. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface RecordingTime {

  /**
   * Returns the elapsed time.
   *
   * @return nanoseconds since the start of the timeline
   */
  long nanoTime();

  /**
   * Returns the wall time.
   *
   * @return nanoseconds between the start of the timeline and what its wall clock shows; negative
   *     if that was set back further; more than 292 years count as that
   */
  long wallNanos();
}
