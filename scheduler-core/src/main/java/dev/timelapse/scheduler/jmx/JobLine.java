package dev.timelapse.scheduler.jmx;

import dev.timelapse.scheduler.JobStatus;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A {@link JobStatus} in types that every console can show: text, numbers, yes and no. As of the
 * moment when {@link SchedulerMXBean#getJobs} was called. Consoles read it as composite data; a
 * proxy of {@link SchedulerMXBean}, made with {@code JMX.newMXBeanProxy}, answers it as this type.
 * Not meant to be implemented by users.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface JobLine {

  /** {@return the job's name} */
  String getName();

  /** {@return when it fires, in words} */
  String getTrigger();

  /** {@return whether it is paused} */
  boolean isPaused();

  /** {@return whether it runs} */
  boolean isRunning();

  /** {@return when it is due next, in ISO 8601; null if it is not pending} */
  @Nullable String getNextDue();

  /** {@return how often its task was started, retries and runs asked for by hand included} */
  long getRuns();

  /** {@return when its task was last started, in ISO 8601; null if it never was} */
  @Nullable String getLastStart();

  /** {@return how late that was; zero if it never was} */
  double getLastLatenessSeconds();

  /** {@return {@code SUCCEEDED} or {@code FAILED}; null if no run has ended} */
  @Nullable String getLastOutcome();

  /** {@return how long the last run took that has ended; zero if none has} */
  double getLastDurationSeconds();

  /** {@return what that threw, as text; null if it succeeded or there was none} */
  @Nullable String getLastFailure();

  /** {@return how many runs failed since one last succeeded} */
  int getFailuresInRow();
}
