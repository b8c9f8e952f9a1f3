package dev.timelapse.samples.housekeeping.report;

import static dev.timelapse.scheduler.Retry.exponential;
import static dev.timelapse.scheduler.Trigger.cron;

import dev.timelapse.samples.housekeeping.files.AtomicFiles;
import dev.timelapse.scheduler.Job;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import dev.timelapse.scheduler.fork.ForkFailedException;
import dev.timelapse.scheduler.fork.ForkedTask;
import dev.timelapse.scheduler.fork.JavaProgram;
import dev.timelapse.scheduler.fork.ProcessLauncher;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The job that makes a capacity report. It would grow the daemon's heap, so it is made in a process
 * of its own, which reads the state from a file and writes the report to another.
 */
public final class CapacityReports {

  /** The job that makes the report. */
  public static final String REPORT = "capacity report";

  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  private static final Duration LONGEST_RETRY = Duration.ofHours(1);
  private static final int ATTEMPTS = 6;

  private final Scheduler scheduler;
  private final TimeSource time;
  private final ReportSettings settings;
  private final Supplier<CapacityState> state;
  private final ForkedTask program;
  private final ReportListener listener;

  /**
   * Creates the job; {@link #start} schedules it.
   *
   * @param time the clocks of the scheduler
   * @param state tells the state when a report is due
   * @param processes starts the process
   */
  public CapacityReports(
      Scheduler scheduler,
      TimeSource time,
      ReportSettings settings,
      Supplier<CapacityState> state,
      ProcessLauncher processes,
      ReportListener listener) {
    this.scheduler = scheduler;
    this.time = time;
    this.settings = settings;
    this.state = state;
    this.program = program(settings, processes);
    this.listener = listener;
  }

  /** Schedules the job. */
  public void start() {
    scheduler.add(
        Job.named(REPORT)
            .trigger(cron(settings.at()))
            .retry(exponential(FIRST_RETRY).upTo(LONGEST_RETRY).attempts(ATTEMPTS))
            .task(this::make));
  }

  private void make() throws Exception {
    AtomicFiles.write(settings.stateFile(), StateFile.write(state.get()));
    try {
      program.run();
    } catch (ForkFailedException e) {
      listener.reportFailed(String.valueOf(e.getMessage()), time.instant());
      throw e;
    }
    listener.reportMade(settings.reportFile(), time.instant());
  }

  private static ForkedTask program(ReportSettings settings, ProcessLauncher processes) {
    return ForkedTask.java(
            JavaProgram.main(ReportMain.class)
                .maxHeapMegabytes(settings.heapMegabytes())
                .jvmOptions("-XX:+UseSerialGC")
                .arguments(settings.stateFile().toString(), settings.reportFile().toString()))
        .named(REPORT)
        .timeLimit(settings.timeLimit())
        .launcher(processes);
  }
}
