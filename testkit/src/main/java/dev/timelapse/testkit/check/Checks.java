package dev.timelapse.testkit.check;

import dev.timelapse.testkit.check.StateCheck.Demand;
import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.engine.Engine;
import dev.timelapse.testkit.engine.UserFrames;
import dev.timelapse.testkit.engine.Watch;
import dev.timelapse.testkit.recording.Recorded;
import dev.timelapse.testkit.recording.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The checks that watch one timeline. */
@API(status = API.Status.INTERNAL, since = "0.1")
@SuppressWarnings("exports")
public final class Checks implements Watch {

  private final Engine engine;
  private final List<Check> checks = new ArrayList<>();
  private @Nullable Check looking;
  private long lookedAfter = -1;

  /**
   * Creates an empty list of checks.
   *
   * @param engine the timeline's engine
   */
  public Checks(Engine engine) {
    this.engine = engine;
  }

  /**
   * Something must hold at all times.
   *
   * @param name what it is called
   * @param condition whether it holds
   * @return the check
   */
  public Check always(String name, BooleanSupplier condition) {
    return add(state(name, Demand.ALWAYS, condition, Duration.ZERO));
  }

  /**
   * Something must hold at no time.
   *
   * @param name what it is called
   * @param condition whether it holds
   * @return the check
   */
  public Check never(String name, BooleanSupplier condition) {
    return add(state(name, Demand.NEVER, condition, Duration.ZERO));
  }

  /**
   * Something must hold at some time from now on.
   *
   * @param name what it is called
   * @param condition whether it holds
   * @param within elapsed time, zero or more
   * @return the check
   */
  public Check eventually(String name, BooleanSupplier condition, Duration within) {
    return add(state(name, Demand.EVENTUALLY, condition, notNegative(within)));
  }

  /**
   * Something must hold each time after something else has come about.
   *
   * @param cause what it is called
   * @param condition whether it holds
   * @return what is to follow
   */
  public Whenever whenever(String cause, BooleanSupplier condition) {
    return new Whenever(this, cause, condition);
  }

  /**
   * Tells what has to come about, and has not.
   *
   * @return a line each
   */
  public List<String> undecided() {
    return checks.stream()
        .filter(check -> !check.isStopped() && !check.undecided().isEmpty())
        .map(check -> '"' + check.name() + "\" " + check.undecided())
        .toList();
  }

  @Override
  public void look() {
    if (looking != null) {
      Check waits = looking;
      waits.stop();
      throw new IllegalStateException(
          "a condition of check \""
              + waits.name()
              + "\" waits in virtual time: it may only look at what is there, not call what takes time");
    }
    long now = engine.time().nanoTime();
    for (int i = 0; i < checks.size(); i++) {
      Check check = checks.get(i);
      if (check.isStopped()) {
        checks.remove(i--);
      } else if (check.isDue(now)) {
        look(check, now);
      }
    }
    lookedAfter = engine.recorder().touches();
  }

  @Override
  public long deadline() {
    long first = Elapsed.NEVER;
    for (int i = 0; i < checks.size(); i++) {
      Check check = checks.get(i);
      first = check.isStopped() ? first : Math.min(first, check.deadline());
    }
    return first;
  }

  @Override
  public AssertionError missed() {
    Check missed = null;
    for (Check check : checks) {
      if (!check.isStopped() && (missed == null || check.deadline() < missed.deadline())) {
        missed = check;
      }
    }
    Check check = Objects.requireNonNull(missed, "a deadline, but of no check");
    return broken(check, check.missed(), "The last event was");
  }

  Check add(Check check) {
    engine.enter("checks");
    try {
      checks.add(check);
      engine.watch(this);
      return check;
    } finally {
      engine.leave();
    }
  }

  static Duration notNegative(Duration within) {
    if (within.isNegative()) {
      throw new IllegalArgumentException(
          "something can come about within zero or more, but not within " + within);
    }
    return within;
  }

  private StateCheck state(String name, Demand demand, BooleanSupplier condition, Duration within) {
    return new StateCheck(
        Objects.requireNonNull(name, "name"),
        demand,
        Objects.requireNonNull(condition, "condition"),
        within,
        engine.time().after(Elapsed.nanos(within)));
  }

  private void look(Check check, long now) {
    String wrong;
    looking = check;
    try {
      wrong = check.look(now);
    } catch (AssertionError e) {
      AssertionError error = broken(check, "does not hold: " + e.getMessage(), "It broke with");
      error.initCause(e);
      throw error;
    } finally {
      looking = null;
    }
    if (!wrong.isEmpty()) {
      throw broken(check, wrong, "It broke with");
    }
  }

  private AssertionError broken(Check check, String wrong, String lastEvent) {
    check.stop();
    Recorded latest = engine.recorder().latest();
    boolean byTest = engine.recorder().touches() == lookedAfter;
    engine.recorder().checked(check.name(), wrong);
    AssertionError error =
        new AssertionError(
            "Check \""
                + check.name()
                + "\" "
                + wrong
                + ", at "
                + engine.whereabouts().now()
                + ", "
                + Words.of(Duration.ofNanos(engine.time().nanoTime()))
                + " after the start. "
                + (latest == null
                    ? "Nothing has happened before."
                    : byTest && lastEvent.startsWith("It broke")
                        ? "It broke between two events, by what the test did."
                        : lastEvent + ": " + latest));
    return UserFrames.only(error, check.declared());
  }
}
