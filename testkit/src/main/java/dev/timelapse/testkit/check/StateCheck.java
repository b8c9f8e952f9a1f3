package dev.timelapse.testkit.check;

import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.recording.Words;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Something that must hold, or must not, at all times, or must once. */
final class StateCheck extends Check {

  /** What is asked of the condition. */
  enum Demand {
    ALWAYS,
    NEVER,
    EVENTUALLY
  }

  private final Demand demand;
  private final BooleanSupplier condition;
  private final Duration within;
  private final long deadline;

  StateCheck(
      String name, Demand demand, BooleanSupplier condition, Duration within, long deadline) {
    super(name);
    this.demand = demand;
    this.condition = condition;
    this.within = within;
    this.deadline = deadline;
  }

  @Override
  String look(long now) {
    boolean holds = condition.getAsBoolean();
    if (demand == Demand.EVENTUALLY && holds) {
      stop();
    }
    return switch (demand) {
      case ALWAYS -> holds ? "" : "does not hold any more";
      case NEVER -> holds ? "has come about" : "";
      case EVENTUALLY -> "";
    };
  }

  @Override
  long deadline() {
    return demand == Demand.EVENTUALLY ? deadline : Elapsed.NEVER;
  }

  @Override
  String missed() {
    return "has not come about within " + Words.of(within);
  }

  @Override
  String undecided() {
    return demand == Demand.EVENTUALLY
        ? "has not come about, and the test ended before the " + Words.of(within) + " were over"
        : "";
  }
}
