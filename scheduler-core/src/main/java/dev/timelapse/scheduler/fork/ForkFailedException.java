package dev.timelapse.scheduler.fork;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A {@link ForkedTask} did not exit with 0. The message has how it ended, and its last words. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ForkFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST_TAIL = 1000;

  private final transient ForkResult result;

  ForkFailedException(ForkedTask task, ForkResult result) {
    super(message(task, result), cause(result));
    this.result = result;
  }

  /**
   * Returns what became of the process.
   *
   * @return the result, whose outcome is not a success
   */
  public ForkResult result() {
    return result;
  }

  private static String message(ForkedTask task, ForkResult result) {
    String message = task + " " + result.outcome();
    String tail = result.output().tail().strip();
    if (tail.isEmpty()) {
      return message;
    }
    int length = tail.length();
    return message
        + "; its last words: "
        + (length <= LONGEST_TAIL ? tail : "…" + tail.substring(length - LONGEST_TAIL));
  }

  private static @Nullable Throwable cause(ForkResult result) {
    return result.outcome() instanceof ForkOutcome.NotStarted notStarted
        ? notStarted.cause()
        : null;
  }
}
