package dev.timelapse.scheduler;

import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How a job is doing, as of one moment.
 *
 * @param name the job's name
 * @param trigger when it fires, in words
 * @param isPaused whether it is paused
 * @param isRunning whether it runs
 * @param nextDue when it is due next, the runs asked for by hand and retries included; null if it
 *     is not pending: while it runs or is paused, and once it has ended
 * @param runs how often its task was started, retries and runs asked for by hand included
 * @param lastStart when its task was last started, by the wall clock as it is set now; null if it
 *     never was
 * @param lastLateness how late that was; zero if there was none
 * @param lastOutcome what became of the last run that has ended; null if none has
 * @param lastDuration how long that took; zero if there was none
 * @param lastFailure what that threw, as text; null if it succeeded or there was none
 * @param failuresInRow how many runs failed since one last succeeded
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record JobStatus(
    String name,
    String trigger,
    boolean isPaused,
    boolean isRunning,
    @Nullable Instant nextDue,
    long runs,
    @Nullable Instant lastStart,
    Duration lastLateness,
    @Nullable Outcome lastOutcome,
    Duration lastDuration,
    @Nullable String lastFailure,
    int failuresInRow) {

  /** What became of a run. */
  public enum Outcome {
    /** The task returned. */
    SUCCEEDED,
    /** The task threw. */
    FAILED
  }
}
