package dev.timelapse.testkit.outside;

import java.time.Duration;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How some calls to the outside behave on the timeline: all calls to a mock, or those that {@link
 * OutsideMock#when} or {@link OutsideMock#method} picked. Each word adds a behaviour and answers
 * with it, so that windows can follow: {@code failsWith(StoreDown::new).between("2026-03-28T02:00",
 * "2026-03-28T05:00")}. Without a window it holds from now on.
 *
 * <p>There are three kinds of behaviour: how long a call takes, how it ends, and whether it arrives
 * once more. Of each kind, a call gets the one <em>said last</em> that fits: the call is one of its
 * calls, it begins within all of its windows, and the chance strikes, if there is one. A chance is
 * drawn only for calls that everything else fits.
 *
 * <p>Methods that return a {@link java.util.concurrent.CompletionStage} or {@link
 * java.util.concurrent.CompletableFuture} return at once: the stage completes when the time of the
 * call is over, with its answer or with its failure, as an event of the timeline. All others block
 * their caller in virtual time. If that is interrupted, they throw {@link InterruptedException} or
 * {@link java.io.InterruptedIOException}, whichever they declare, and {@link IllegalStateException}
 * with the thread's interrupt status set if they declare neither.
 *
 * @param <T> the type of the mock
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed class OutsideCalls<T> permits OutsideMock, Behaviour {

  final MockCalls mock;
  final CallFilter calls;

  OutsideCalls(MockCalls mock, CallFilter calls) {
    this.mock = mock;
    this.calls = calls;
  }

  // How long.

  /**
   * Lets the calls take virtual time, and then be answered as they are stubbed.
   *
   * @param duration how long, zero or more
   * @return the behaviour
   * @throws IllegalArgumentException if {@code duration} is negative
   */
  public Behaviour<T> takes(Duration duration) {
    requireTime(duration);
    return add(new Effect.Takes(duration));
  }

  /**
   * Lets the calls take different times, all equally likely; the dull choice is the shortest.
   *
   * @param min the shortest, zero or more
   * @param max the longest, not less than {@code min}
   * @return the behaviour
   * @throws IllegalArgumentException if {@code min} is negative or greater than {@code max}
   */
  public Behaviour<T> takesBetween(Duration min, Duration max) {
    String said = "takesBetween(" + min + ", " + max + ")";
    return add(new Effect.TakesDrawn(said, Latency.uniform(min, max)));
  }

  /**
   * Lets the calls take different times, drawn from a distribution.
   *
   * @param latency the distribution
   * @return the behaviour
   */
  public Behaviour<T> takes(Latency latency) {
    return add(new Effect.TakesDrawn("takes(…)", latency));
  }

  /**
   * Lets the calls reach what answers them at once, and their answers, failures too, take virtual
   * time to come back: what is asked for is done, but the caller does not know it yet, and will not
   * if it crashes or is interrupted meanwhile.
   *
   * @param duration how long, zero or more
   * @return the behaviour
   * @throws IllegalArgumentException if {@code duration} is negative
   */
  public Behaviour<T> answersAfter(Duration duration) {
    requireTime(duration);
    return add(new Effect.AnswersAfter(duration));
  }

  // How it ends.

  /**
   * Lets the calls fail at once: they take no time, and do not reach what answers them.
   *
   * @param failure makes what is thrown, anew for each call; of a type that the called method may
   *     throw
   * @return the behaviour
   */
  public Behaviour<T> failsWith(Supplier<? extends Throwable> failure) {
    return add(new Effect.Fails(null, failure));
  }

  /**
   * Lets the calls fail slowly, like a time-out of a connection: whatever {@link #takes} says, they
   * fail after this time, and do not reach what answers them.
   *
   * @param duration how long they take, zero or more
   * @param failure makes what is thrown, anew for each call; of a type that the called method may
   *     throw
   * @return the behaviour
   * @throws IllegalArgumentException if {@code duration} is negative
   */
  public Behaviour<T> failsAfter(Duration duration, Supplier<? extends Throwable> failure) {
    requireTime(duration);
    return add(new Effect.Fails(duration, failure));
  }

  /**
   * Lets the calls reach what answers them, and fail all the same: the answer is lost on its way
   * back. They take their time.
   *
   * @param failure makes what is thrown, anew for each call; of a type that the called method may
   *     throw
   * @return the behaviour
   */
  public Behaviour<T> losesAnswer(Supplier<? extends Throwable> failure) {
    return add(new Effect.LosesAnswer(failure));
  }

  /**
   * Lets the calls return a value, instead of what answers them. They take their time.
   *
   * @param value of the type that the called method returns; for a stage, also what it completes
   *     with
   * @return the behaviour
   */
  public Behaviour<T> returns(@Nullable Object value) {
    return add(new Effect.Returns(value));
  }

  /**
   * Lets the calls never return: only an interrupt, as by a cancelled future, or a crash ends them.
   * They do not reach what answers them.
   *
   * @return the behaviour
   */
  public Behaviour<T> neverReturns() {
    return add(new Effect.NeverReturns());
  }

  // Whether it arrives once more.

  /**
   * Lets the calls arrive twice, as a message that is delivered again: what answers them is called
   * once more later, with the same arguments, and what it then answers goes to nobody.
   *
   * @param duration how long after its answer a call arrives once more, zero or more
   * @return the behaviour
   * @throws IllegalArgumentException if {@code duration} is negative
   */
  public Behaviour<T> arrivesAgainAfter(Duration duration) {
    requireTime(duration);
    return add(new Effect.ArrivesAgain(duration));
  }

  private Behaviour<T> add(Effect effect) {
    Rule rule = new Rule(effect, calls, Declared.here());
    mock.rules().add(rule);
    return new Behaviour<>(mock, calls, rule);
  }

  private static void requireTime(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a call cannot take less than no time: " + duration);
    }
  }
}
