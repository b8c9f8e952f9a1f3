package dev.timelapse.scheduler.fork;

import java.io.IOException;
import java.util.function.Consumer;

/** Starts processes of this machine. */
final class SystemLauncher implements ProcessLauncher {

  static final SystemLauncher INSTANCE = new SystemLauncher();

  private SystemLauncher() {}

  @Override
  public ForkResult run(ForkedTask task, Consumer<String> lines) throws InterruptedException {
    ForkResult result = runOrCancel(task, lines);
    if (result.outcome() instanceof ForkOutcome.Cancelled) {
      throw new InterruptedException(
          "interrupted while waiting for " + task + ", whose process tree was ended");
    }
    return result;
  }

  @Override
  public RunningFork start(ForkedTask task, ForkListener listener) {
    Watcher watcher = new Watcher(task, listener);
    watcher.start();
    return watcher;
  }

  /** Runs a process to its end, or to the interrupt of this thread, which cancels it. */
  static ForkResult runOrCancel(ForkedTask task, Consumer<String> lines) {
    LocalProcess process;
    try {
      process = LocalProcess.start(task);
    } catch (IOException e) {
      return ForkResult.silent(new ForkOutcome.NotStarted(e));
    }
    return process.await(lines);
  }

  @Override
  public String toString() {
    return "ProcessLauncher.system()";
  }
}
