package dev.timelapse.testkit.check;

import dev.timelapse.testkit.engine.Elapsed;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * A check that watches a run. Its conditions are read on the timeline while nothing else runs:
 * after each event, when a task begins to wait in virtual time, and when the test lets time pass.
 * They must not change anything, and must not wait. Besides what its conditions cost, a check takes
 * some nanoseconds an event. Belongs to the strands of its timeline.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract sealed class Check permits StateCheck, ResponseCheck {

  private final String name;

  /** Where the test declared it: errors point there. */
  private final Throwable declared = new Throwable();

  private long paceNanos;
  private long nextLook = Long.MIN_VALUE;
  private boolean stopped;

  Check(String name) {
    this.name = name;
  }

  /**
   * Lets the conditions be read less often than after each event, for those that cost much: a break
   * is noticed later, but at the same event in every run.
   *
   * @param pace the elapsed time that passes between two looks, at least; zero for after each event
   * @return this
   * @throws IllegalArgumentException if {@code pace} is negative
   */
  public Check atMostEvery(Duration pace) {
    if (pace.isNegative()) {
      throw new IllegalArgumentException(
          "conditions can be read every so often, but not every " + pace);
    }
    paceNanos = Elapsed.nanos(pace);
    return this;
  }

  /** Stops watching. */
  public void stop() {
    stopped = true;
  }

  /**
   * Returns what it is called.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  Throwable declared() {
    return declared;
  }

  boolean isStopped() {
    return stopped;
  }

  /** Answers whether it is time for another look. */
  boolean isDue(long now) {
    if (now < nextLook) {
      return false;
    }
    nextLook = paceNanos == 0 ? Long.MIN_VALUE : Elapsed.plus(now, paceNanos);
    return true;
  }

  /** Looks at the run. Returns what is wrong in words, or an empty text if nothing is. */
  abstract String look(long now);

  /** Returns until when something has to happen, in elapsed time. */
  abstract long deadline();

  /** Returns what is wrong, in words, when the deadline passes. */
  abstract String missed();

  /** Returns what is wrong when the run ends here, in words; empty if nothing is. */
  abstract String undecided();
}
