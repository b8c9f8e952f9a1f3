package dev.timelapse.testkit.check;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a check that one thing comes about each time after another: {@code
 * time.whenever("the store is down", …).then("somebody is paged", …).within(ofMinutes(5))}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Whenever {

  private final Checks checks;
  private final String cause;
  private final BooleanSupplier causeHolds;
  private String effect = "";
  private @Nullable BooleanSupplier effectHolds;

  Whenever(Checks checks, String cause, BooleanSupplier causeHolds) {
    this.checks = checks;
    this.cause = Objects.requireNonNull(cause, "cause");
    this.causeHolds = Objects.requireNonNull(causeHolds, "condition of the cause");
  }

  /**
   * Says what must come about.
   *
   * @param name what it is called
   * @param condition whether it is there
   * @return this
   */
  public Whenever then(String name, BooleanSupplier condition) {
    effect = Objects.requireNonNull(name, "name");
    effectHolds = Objects.requireNonNull(condition, "condition");
    return this;
  }

  /**
   * Begins to watch: each time the cause comes about, the effect must be there at some time from
   * then on, at the latest when so much elapsed time has passed, its very end included. A cause
   * that comes about again before that does not put it off. What is still owed when the test ends
   * is no failure.
   *
   * @param time how long, zero or more
   * @return the check
   * @throws IllegalArgumentException if {@code time} is negative
   * @throws IllegalStateException if {@link #then} was not called
   */
  public Check within(Duration time) {
    if (effectHolds == null) {
      throw new IllegalStateException(
          "whenever \"" + cause + "\" what? Say it with then(name, condition) before within(…)");
    }
    return checks.add(
        new ResponseCheck(cause, causeHolds, effect, effectHolds, Checks.notNegative(time)));
  }
}
