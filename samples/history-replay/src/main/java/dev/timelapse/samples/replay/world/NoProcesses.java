package dev.timelapse.samples.replay.world;

import dev.timelapse.scheduler.fork.ForkListener;
import dev.timelapse.scheduler.fork.ForkResult;
import dev.timelapse.scheduler.fork.ForkedTask;
import dev.timelapse.scheduler.fork.ProcessLauncher;
import dev.timelapse.scheduler.fork.RunningFork;
import java.util.function.Consumer;

/** A replay has no capacity reports, and starts no process. */
public final class NoProcesses implements ProcessLauncher {

  @Override
  public ForkResult run(ForkedTask task, Consumer<String> lines) {
    throw refusal(task);
  }

  @Override
  public RunningFork start(ForkedTask task, ForkListener listener) {
    throw refusal(task);
  }

  private static IllegalStateException refusal(ForkedTask task) {
    return new IllegalStateException("no process is started in a replay: " + task);
  }
}
