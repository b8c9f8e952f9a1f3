package dev.timelapse.scheduler.jmx;

import dev.timelapse.scheduler.JobStatus;
import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A {@link JobStatus} in types that every console can show: text, numbers, yes and no. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class JobLine {

  private static final double NANOS_PER_SECOND = 1e9;

  private final JobStatus status;

  JobLine(JobStatus status) {
    this.status = status;
  }

  /** {@return the job's name} */
  public String getName() {
    return status.name();
  }

  /** {@return when it fires, in words} */
  public String getTrigger() {
    return status.trigger();
  }

  /** {@return whether it is paused} */
  public boolean isPaused() {
    return status.isPaused();
  }

  /** {@return whether it runs} */
  public boolean isRunning() {
    return status.isRunning();
  }

  /** {@return when it is due next, in ISO 8601; null if it is not pending} */
  public @Nullable String getNextDue() {
    return text(status.nextDue());
  }

  /** {@return how often its task was started} */
  public long getRuns() {
    return status.runs();
  }

  /** {@return when its task was last started, in ISO 8601; null if it never was} */
  public @Nullable String getLastStart() {
    return text(status.lastStart());
  }

  /** {@return how late that was} */
  public double getLastLatenessSeconds() {
    return seconds(status.lastLateness());
  }

  /** {@return {@code SUCCEEDED} or {@code FAILED}; null if no run has ended} */
  public @Nullable String getLastOutcome() {
    JobStatus.Outcome outcome = status.lastOutcome();
    return outcome == null ? null : outcome.name();
  }

  /** {@return how long the last run took that has ended} */
  public double getLastDurationSeconds() {
    return seconds(status.lastDuration());
  }

  /** {@return what that threw, as text; null if it succeeded or there was none} */
  public @Nullable String getLastFailure() {
    return status.lastFailure();
  }

  /** {@return how many runs failed since one last succeeded} */
  public int getFailuresInRow() {
    return status.failuresInRow();
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / NANOS_PER_SECOND;
  }
}
