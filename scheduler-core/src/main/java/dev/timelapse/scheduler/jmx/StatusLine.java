package dev.timelapse.scheduler.jmx;

import dev.timelapse.scheduler.JobStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The line of a job of this JVM. */
record StatusLine(JobStatus status) implements JobLine {

  private static final double NANOS_PER_SECOND = 1e9;

  @Override
  public String getName() {
    return status.name();
  }

  @Override
  public String getTrigger() {
    return status.trigger();
  }

  @Override
  public boolean isPaused() {
    return status.isPaused();
  }

  @Override
  public boolean isRunning() {
    return status.isRunning();
  }

  @Override
  public @Nullable String getNextDue() {
    return text(status.nextDue());
  }

  @Override
  public long getRuns() {
    return status.runs();
  }

  @Override
  public @Nullable String getLastStart() {
    return text(status.lastStart());
  }

  @Override
  public double getLastLatenessSeconds() {
    return seconds(status.lastLateness());
  }

  @Override
  public @Nullable String getLastOutcome() {
    JobStatus.Outcome outcome = status.lastOutcome();
    return outcome == null ? null : outcome.name();
  }

  @Override
  public double getLastDurationSeconds() {
    return seconds(status.lastDuration());
  }

  @Override
  public @Nullable String getLastFailure() {
    return status.lastFailure();
  }

  @Override
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
