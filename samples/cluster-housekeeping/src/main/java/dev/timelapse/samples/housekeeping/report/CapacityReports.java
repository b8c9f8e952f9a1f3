package dev.timelapse.samples.housekeeping.report;

import static dev.timelapse.scheduler.Retry.exponential;
import static dev.timelapse.scheduler.Trigger.cron;

import dev.timelapse.samples.housekeeping.files.AtomicFiles;
import dev.timelapse.scheduler.Job;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import java.time.Duration;
import java.util.List;
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
  private final ProcessRunner processes;
  private final ReportListener listener;

  /**
   * Creates the job; {@link #start} schedules it.
   *
   * @param time the clocks of the scheduler
   * @param state tells the state when a report is due
   */
  public CapacityReports(
      Scheduler scheduler,
      TimeSource time,
      ReportSettings settings,
      Supplier<CapacityState> state,
      ProcessRunner processes,
      ReportListener listener) {
    this.scheduler = scheduler;
    this.time = time;
    this.settings = settings;
    this.state = state;
    this.processes = processes;
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
    Outcome outcome = processes.run(command());
    if (!outcome.succeeded()) {
      String why =
          (outcome.timedOut()
                  ? "it took longer than " + settings.timeLimit()
                  : "it exited with " + outcome.exitStatus())
              + ": "
              + outcome.output();
      listener.reportFailed(why, time.instant());
      throw new ReportFailedException("the capacity report was not made, " + why);
    }
    listener.reportMade(settings.reportFile(), time.instant());
  }

  private Command command() {
    return new Command(
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-Xmx" + settings.heapMegabytes() + "m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ReportMain.class.getName(),
            settings.stateFile().toString(),
            settings.reportFile().toString()),
        settings.timeLimit());
  }
}
