package dev.timelapse.testkit.check;

import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.recording.Words;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Something that must come about each time after something else has. */
final class ResponseCheck extends Check {

  private final String cause;
  private final BooleanSupplier causeHolds;
  private final String effect;
  private final BooleanSupplier effectHolds;
  private final Duration within;
  private boolean causeHeld;
  private long deadline = Elapsed.NEVER;

  ResponseCheck(
      String cause,
      BooleanSupplier causeHolds,
      String effect,
      BooleanSupplier effectHolds,
      Duration within) {
    super("whenever " + cause + ", then " + effect);
    this.cause = cause;
    this.causeHolds = causeHolds;
    this.effect = effect;
    this.effectHolds = effectHolds;
    this.within = within;
  }

  @Override
  String look(long now) {
    boolean holds = causeHolds.getAsBoolean();
    boolean comesAbout = holds && !causeHeld;
    causeHeld = holds;
    boolean isOwed = deadline != Elapsed.NEVER;
    if ((comesAbout || isOwed) && effectHolds.getAsBoolean()) {
      deadline = Elapsed.NEVER;
    } else if (comesAbout && !isOwed) {
      deadline = Elapsed.plus(now, Elapsed.nanos(within));
    }
    return "";
  }

  @Override
  long deadline() {
    return deadline;
  }

  @Override
  String missed() {
    return "is broken: \""
        + effect
        + "\" has not come about within "
        + Words.of(within)
        + " of \""
        + cause
        + "\"";
  }

  @Override
  String undecided() {
    return "";
  }
}
