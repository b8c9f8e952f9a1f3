package dev.timelapse.testkit.recording;

import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;

/**
 * When something happened, or began.
 *
 * @param number its place on the recording: 0 for what happened first, and so on
 * @param at what the wall clock of the timeline showed
 * @param elapsed the time since the start of the timeline, whatever was done to the wall clock
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Moment(long number, Instant at, Duration elapsed) {

  /**
   * Returns the day of the timeline.
   *
   * @return 1 in the first 24 hours of elapsed time, 2 in the next, and so on
   */
  public long day() {
    return elapsed.toDays() + 1;
  }
}
