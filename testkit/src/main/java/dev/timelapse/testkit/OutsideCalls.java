package dev.timelapse.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How all calls to one mock of the outside behave on the timeline. A call that falls into a failing
 * window, seen at its start, fails at once; any other takes its time and then answers as it was
 * stubbed.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class OutsideCalls {

  private final Timeline timeline;
  private final List<Faults> faults = new ArrayList<>();
  private final StandIn standIn;
  private Duration latency = Duration.ZERO;

  OutsideCalls(Timeline timeline, StandIn standIn) {
    this.timeline = timeline;
    this.standIn = standIn;
  }

  /**
   * Lets a hand-written fake stand behind the mock: it answers the calls that nobody stubbed. Time
   * and failures of the mock are as they were.
   *
   * @param fake of the mock's type
   * @return this
   * @throws IllegalArgumentException if {@code fake} is of another type
   */
  public OutsideCalls answeredBy(Object fake) {
    standIn.use(fake);
    return this;
  }

  boolean hasStandIn() {
    return standIn.isUsed();
  }

  /**
   * Lets every call take virtual time from now on.
   *
   * @param duration how long, zero or more
   * @return this
   * @throws IllegalArgumentException if {@code duration} is negative
   */
  public OutsideCalls takes(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a call cannot take less than no time: " + duration);
    }
    latency = duration;
    return this;
  }

  /**
   * Lets calls fail; {@link Faults#between} says when. Without it they fail from now on.
   *
   * @param failure makes what is thrown, anew for each call; of a type that the called method may
   *     throw
   * @return when they fail
   */
  public Faults failsWith(Supplier<? extends Throwable> failure) {
    Faults added = new Faults(failure, timeline.now());
    faults.add(added);
    return added;
  }

  Duration latency() {
    return latency;
  }

  /**
   * Returns what a call that starts now fails with, or null if it does not. The one that was said
   * last counts.
   */
  @Nullable Throwable failureNow() {
    Instant now = timeline.now();
    for (int i = faults.size() - 1; i >= 0; i--) {
      Faults some = faults.get(i);
      if (!now.isBefore(some.from) && (some.until == null || now.isBefore(some.until))) {
        return some.failure.get();
      }
    }
    return null;
  }

  /** When calls fail. */
  public final class Faults {

    private final Supplier<? extends Throwable> failure;
    private Instant from;
    private @Nullable Instant until;

    private Faults(Supplier<? extends Throwable> failure, Instant from) {
      this.failure = failure;
      this.from = from;
    }

    /**
     * Lets calls fail that start within a window.
     *
     * @param start the first instant, in one of the forms of {@link Timeline#at(String,
     *     dev.timelapse.scheduler.Task)}
     * @param end the first instant after the window, later than {@code start}
     * @return what else can be said of the mock
     * @throws IllegalArgumentException if one of them is no time, or {@code end} is not after
     *     {@code start}
     */
    public OutsideCalls between(String start, String end) {
      return between(timeline.instant(start), timeline.instant(end));
    }

    /**
     * Lets calls fail that start within a window.
     *
     * @param start the first instant
     * @param end the first instant after the window, later than {@code start}
     * @return what else can be said of the mock
     * @throws IllegalArgumentException if {@code end} is not after {@code start}
     */
    public OutsideCalls between(Instant start, Instant end) {
      if (!start.isBefore(end)) {
        throw new IllegalArgumentException("the window is empty: from " + start + " until " + end);
      }
      from = start;
      until = end;
      return OutsideCalls.this;
    }
  }
}
