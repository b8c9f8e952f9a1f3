package dev.timelapse.scheduler.fork;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process of this machine, and the thread that drains its output. */
final class LocalProcess {

  /** How often output is handed over while the process runs. */
  private static final Duration HAND_OVER = Duration.ofMillis(100);

  /** How long the end of the output is waited for: a descendant may hold it open for ever. */
  private static final Duration OUTPUT_GRACE = Duration.ofSeconds(1);

  private final Process process;
  private final ForkLimits limits;
  private final OutputPump output;
  private final Thread pump;

  private LocalProcess(ForkedTask task, Process process) {
    this.process = process;
    this.limits = task.limits();
    this.output = new OutputPump(process.getInputStream(), limits.outputBytes());
    this.pump = new Thread(output, "output of " + task);
    pump.setDaemon(true);
    pump.start();
  }

  static LocalProcess start(ForkedTask task) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(task.command()).redirectErrorStream(true);
    ForkSurroundings surroundings = task.surroundings();
    Path directory = surroundings.directory();
    if (directory != null) {
      builder.directory(directory.toFile());
    }
    Map<String, String> environment = builder.environment();
    environment.putAll(surroundings.added());
    environment.keySet().removeAll(List.copyOf(surroundings.removed()));
    Process process = builder.start();
    closeInput(process);
    return new LocalProcess(task, process);
  }

  private static void closeInput(Process process) {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      ForkedTask.LOG.debug("the input of a process was not closed", e);
    }
  }

  /** Waits for the end of the process, or ends it at its time limit or an interrupt. */
  ForkResult await(Consumer<String> lines) {
    ForkOutcome outcome = new ForkOutcome.Cancelled();
    boolean exited = false;
    try {
      exited = waitFor(lines);
      outcome =
          exited
              ? ForkOutcome.ofExitStatus(process.exitValue())
              : new ForkOutcome.TimedOut(limits.time());
    } catch (InterruptedException e) {
      // Is the cancelling that the outcome says already.
    } finally {
      if (!exited) {
        new ProcessTree(process.toHandle()).end(limits.grace());
      }
    }
    joinPump();
    output.handOver(lines);
    return new ForkResult(outcome, output.end(lines));
  }

  private boolean waitFor(Consumer<String> lines) throws InterruptedException {
    Deadline deadline = Deadline.after(limits.time());
    while (!process.waitFor(deadline.leftAtMost(HAND_OVER), TimeUnit.NANOSECONDS)) {
      if (deadline.isPast()) {
        return false;
      }
      output.handOver(lines);
    }
    return true;
  }

  private void joinPump() {
    try {
      pump.join(OUTPUT_GRACE.toMillis());
    } catch (InterruptedException e) {
      // The process has ended: there is nothing left to cancel, only less to wait for.
      Thread.currentThread().interrupt();
    }
  }
}
