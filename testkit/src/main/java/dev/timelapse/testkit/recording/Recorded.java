package dev.timelapse.testkit.recording;

import java.time.Instant;
import org.apiguardian.api.API;

/** Something that happened on a timeline. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Recorded permits RecordedFiring, RecordedCall, RecordedNote, RecordedStep {

  /**
   * Returns when it happened, or began.
   *
   * @return the instant that the timeline's wall clock showed
   */
  Instant at();

  /**
   * Returns where it happened.
   *
   * @return the scheduler, the mock, or the script
   */
  String lane();

  /**
   * Returns what happened, in a few words without line breaks.
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
