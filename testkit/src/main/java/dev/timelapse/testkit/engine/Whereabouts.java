package dev.timelapse.testkit.engine;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * Says where on the timeline the calling thread is, and what it is doing: for errors, and to tell
 * calls apart.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Whereabouts {

  private final Engine engine;
  private final VirtualTimeSource time;

  Whereabouts(Engine engine, VirtualTimeSource time) {
    this.engine = engine;
    this.time = time;
  }

  /** Returns the instant and the day of the timeline, in words. */
  public String now() {
    long day = Duration.ofNanos(time.nanoTime()).toDays() + 1;
    return time.instant() + " (day " + day + ")";
  }

  /** Answers whether the calling thread is in the middle of a scheduler's task. */
  public boolean isInJob() {
    Strand strand = Strand.current(engine);
    return strand != null && strand.inJob;
  }

  /** Returns what the calling thread is doing on this timeline, in words. */
  public String activity() {
    Strand strand = Strand.current(engine);
    return strand == null ? "the test" : strand.activity();
  }

  /**
   * Takes note of what the calling strand is about to do.
   *
   * @param kind what that is, in a word or two, such as "job"
   * @param name its name
   * @param inJob whether it is a task of the system, rather than the test's own
   */
  public void begin(String kind, String name, boolean inJob) {
    Strand strand = Strand.current(engine);
    if (strand != null) {
      strand.begins(kind, name, inJob);
    }
  }

  /** Returns an assertion error that says when and in what another one came up. */
  public AssertionError locate(Throwable cause) {
    String message = cause.getMessage();
    if (cause instanceof AssertionError said && message != null && message.contains(now())) {
      return said;
    }
    String words = message == null ? cause.getClass().getName() : message;
    AssertionError error =
        new AssertionError("at " + now() + ", in " + activity() + ": " + words, cause);
    return UserFrames.only(error, cause);
  }
}
