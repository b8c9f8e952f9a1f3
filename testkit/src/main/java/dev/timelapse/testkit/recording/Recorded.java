package dev.timelapse.testkit.recording;

import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;

/**
 * Something that happened on a timeline, as it looked when the recording was asked: what had not
 * ended then has no end.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Recorded
    permits RecordedFiring,
        RecordedCall,
        RecordedAction,
        RecordedStep,
        RecordedDrift,
        RecordedLife,
        RecordedChoice,
        RecordedCheck,
        RecordedNote,
        RecordedLog {

  /**
   * Returns when it happened, or began.
   *
   * @return its place on the recording, with instant and elapsed time
   */
  Moment when();

  /**
   * Returns what the wall clock showed when it happened, or began.
   *
   * @return the instant
   */
  default Instant at() {
    return when().at();
  }

  /**
   * Returns the elapsed time at which it happened, or began.
   *
   * @return time since the start of the timeline
   */
  default Duration elapsed() {
    return when().elapsed();
  }

  /**
   * Returns where it happened.
   *
   * @return the scheduler, the mock, the script, or the like
   */
  String lane();

  /**
   * Returns what happened, in a few words.
   *
   * @return the job's name, the call, or the like
   */
  String what();

  /**
   * Returns how it ended.
   *
   * @return a few words; empty if there is nothing to say
   */
  String outcome();
}
