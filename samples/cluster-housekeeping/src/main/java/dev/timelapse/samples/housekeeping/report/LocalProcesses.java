package dev.timelapse.samples.housekeeping.report;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs commands on this machine. Their input is empty; their output is drained while they run, and
 * its end is kept. When the time limit or the caller's interrupt ends a process, its descendants
 * end with it.
 */
public final class LocalProcesses implements ProcessRunner {

  /** How much of the output is kept. */
  static final int KEPT_BYTES = 16 * 1024;

  /** How long to wait for the end of the output: a descendant may hold it open for ever. */
  private static final Duration OUTPUT_GRACE = Duration.ofSeconds(1);

  @Override
  public Outcome run(Command command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command.words()).redirectErrorStream(true).start();
    boolean ended = false;
    try {
      process.getOutputStream().close();
      OutputTail output = new OutputTail(process.getInputStream(), KEPT_BYTES);
      Thread drain = new Thread(output, "output of " + command.words().get(0));
      drain.setDaemon(true);
      drain.start();
      ended = process.waitFor(command.timeLimit().toNanos(), TimeUnit.NANOSECONDS);
      if (!ended) {
        endTree(process);
        process.waitFor();
      }
      drain.join(OUTPUT_GRACE.toMillis());
      return new Outcome(process.exitValue(), !ended, output.text());
    } finally {
      if (!ended) {
        endTree(process);
      }
    }
  }

  /** Descendants cannot be found any more when their parent has ended, so they are listed first. */
  private static void endTree(Process process) {
    List<ProcessHandle> descendants;
    try (Stream<ProcessHandle> found = process.descendants()) {
      descendants = found.toList();
    }
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }
}
