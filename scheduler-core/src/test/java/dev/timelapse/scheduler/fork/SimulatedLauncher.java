package dev.timelapse.scheduler.fork;

import dev.timelapse.scheduler.Event;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Processes that write some lines, take some simulated time, and exit with 0 if that suffices. */
final class SimulatedLauncher implements ProcessLauncher, TimeSource {

  private final Duration takes;
  private final List<String> writes;
  private Duration elapsed = Duration.ZERO;

  SimulatedLauncher(Duration takes, String... writes) {
    this.takes = takes;
    this.writes = List.of(writes);
  }

  @Override
  public long nanoTime() {
    return elapsed.toNanos();
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plus(elapsed);
  }

  /** Runs what is due until nothing is. */
  void runAll(Scheduler scheduler) {
    for (long wait = scheduler.runDue(); wait != Scheduler.NEVER; wait = scheduler.runDue()) {
      elapsed = elapsed.plusNanos(wait);
    }
  }

  @Override
  public ForkResult run(ForkedTask task, Consumer<String> lines) {
    elapsed = elapsed.plus(used(task));
    writes.forEach(lines);
    return result(task);
  }

  @Override
  public RunningFork start(ForkedTask task, ForkListener listener) {
    throw new UnsupportedOperationException("started on a scheduler: see on(scheduler)");
  }

  /** A launcher whose processes take the time of a scheduler that goes on. */
  ProcessLauncher on(Scheduler scheduler) {
    return new ProcessLauncher() {
      @Override
      public ForkResult run(ForkedTask task, Consumer<String> lines) {
        return SimulatedLauncher.this.run(task, lines);
      }

      @Override
      public RunningFork start(ForkedTask task, ForkListener listener) {
        Event end =
            scheduler.after(
                used(task),
                () -> {
                  writes.forEach(listener::line);
                  listener.ended(result(task));
                });
        return () -> {
          boolean cancelled = end.cancel();
          if (cancelled) {
            listener.ended(ForkResult.silent(new ForkOutcome.Cancelled()));
          }
          return cancelled;
        };
      }
    };
  }

  private Duration used(ForkedTask task) {
    Duration limit = task.limits().time();
    return takes.compareTo(limit) < 0 ? takes : limit;
  }

  private ForkResult result(ForkedTask task) {
    Duration limit = task.limits().time();
    return ForkResult.silent(
        takes.compareTo(limit) < 0 ? new ForkOutcome.Exited(0) : new ForkOutcome.TimedOut(limit));
  }
}
