package dev.timelapse.scheduler.fork;

import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * Starts processes. {@link #system} starts real ones; in a simulation a mock or a fake stands in,
 * which answers from virtual time. Implementations are safe for use by many threads.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ProcessLauncher {

  /**
   * Returns the launcher of real processes on this machine. It ignores a task's own launcher.
   *
   * @return the one shared instance
   */
  static ProcessLauncher system() {
    return SystemLauncher.INSTANCE;
  }

  /**
   * Runs a process to its end and waits for it.
   *
   * @param task what to run, and within which limits
   * @param lines takes what the process writes, line by line, on the calling thread
   * @return what became of it; {@link ForkOutcome.Cancelled} is none of the possibilities
   * @throws InterruptedException if the calling thread was interrupted: the process tree has been
   *     ended
   */
  ForkResult run(ForkedTask task, Consumer<String> lines) throws InterruptedException;

  /**
   * Starts a process and goes on.
   *
   * @param task what to run, and within which limits
   * @param listener hears of the output and the end, on a thread of the launcher's choice, one call
   *     at a time
   * @return a handle on it
   */
  RunningFork start(ForkedTask task, ForkListener listener);
}
