package dev.timelapse.scheduler.fork;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apiguardian.api.API;

/** How a process ended. Its {@code toString} continues a sentence: {@code exited with 3}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface ForkOutcome {

  /**
   * Reads the exit status of a process. A Unix process that was ended by signal n is reported with
   * status 128 + n, and so is one that chose to exit with that number, as shells do when a command
   * of theirs was ended by a signal and JVMs when they were asked to end: the two cannot be told
   * apart.
   *
   * @param status the exit status as {@link Process#exitValue} has it
   * @return {@link Killed} for 129 to 192, or else {@link Exited}
   */
  static ForkOutcome ofExitStatus(int status) {
    int signal = status - Killed.STATUS_OFFSET;
    return signal >= 1 && signal <= Killed.LAST_SIGNAL ? new Killed(signal) : new Exited(status);
  }

  /**
   * Returns whether the process came to its end and exited with 0.
   *
   * @return true for {@code Exited(0)} alone
   */
  default boolean succeeded() {
    return this instanceof Exited exited && exited.status() == 0;
  }

  /**
   * It came to its end by itself.
   *
   * @param status its exit status; a Java program that outgrew its heap has 3
   */
  record Exited(int status) implements ForkOutcome {

    @Override
    public String toString() {
      return "exited with " + status;
    }
  }

  /**
   * It was ended by a signal that this JVM did not send; see {@link #ofExitStatus}.
   *
   * @param signal the signal's number
   */
  record Killed(int signal) implements ForkOutcome {

    private static final int STATUS_OFFSET = 128;
    private static final int LAST_SIGNAL = 64;

    /** Those whose numbers are the same on all Unix systems. */
    private static final Map<Integer, String> NAMES =
        Map.of(
            1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 4, "SIGILL", 6, "SIGABRT", 8, "SIGFPE", 9,
            "SIGKILL", 11, "SIGSEGV", 13, "SIGPIPE", 15, "SIGTERM");

    @Override
    public String toString() {
      String name = NAMES.get(signal);
      return "was ended by signal " + signal + (name == null ? "" : " (" + name + ")");
    }
  }

  /**
   * It was ended, with its descendants, because it took too long.
   *
   * @param limit its time limit
   */
  record TimedOut(Duration limit) implements ForkOutcome {

    @Override
    public String toString() {
      return "was ended after its time limit of " + limit;
    }
  }

  /**
   * There was no process: no such program, no such directory, no permission, no memory.
   *
   * @param cause what the operating system said
   */
  record NotStarted(IOException cause) implements ForkOutcome {

    @Override
    public String toString() {
      return "could not be started: " + cause.getMessage();
    }
  }

  /** It was ended, with its descendants, by {@link RunningFork#cancel}. */
  record Cancelled() implements ForkOutcome {

    @Override
    public String toString() {
      return "was cancelled";
    }
  }
}
