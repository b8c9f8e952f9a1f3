package dev.timelapse.testkit.engine;

import java.util.function.BooleanSupplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** One request of the test to let time pass: how far, and what ends it earlier. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Advance {

  final Baton baton = new Baton(Thread.currentThread(), null);
  private final long limit;
  private final @Nullable BooleanSupplier condition;
  private final boolean untilIdle;
  private final String waitsFor;
  private boolean met;

  /** What the engine leaves here when it has ended: what failed, and how many events ran. */
  @Nullable Throwable failure;

  long ran;

  private Advance(
      long limit, @Nullable BooleanSupplier condition, boolean untilIdle, String waitsFor) {
    this.limit = limit;
    this.condition = condition;
    this.untilIdle = untilIdle;
    this.waitsFor = waitsFor;
  }

  /** Lets time pass up to an elapsed time, and runs what is due then too. */
  public static Advance to(long limit) {
    // What is asked for ends: rather far beyond any horizon than never.
    return new Advance(Math.min(limit, Elapsed.NEVER - 1), null, false, "time to pass");
  }

  /** Lets time pass until a condition holds, but not beyond an elapsed time. */
  public static Advance until(BooleanSupplier condition, long limit) {
    return new Advance(limit, condition, false, "its condition");
  }

  /** Lets time pass until only recurring things are to come, but not beyond an elapsed time. */
  public static Advance untilIdle(long limit) {
    return new Advance(limit, null, true, "the timeline to be idle");
  }

  /** Lets time pass until a wait of the test is over, but not beyond an elapsed time. */
  static Advance until(Wait wait, long limit) {
    return new Advance(limit, null, false, wait.what());
  }

  /** Answers whether it ended because of its condition, rather than at its limit. */
  public boolean isMet() {
    return met;
  }

  /** Answers whether someone has to look at a condition of the test's before each event. */
  boolean hasCondition() {
    return condition != null;
  }

  /** Returns what the test waits for with it, in words. */
  String waitsFor() {
    return waitsFor;
  }

  /** Answers whether it cannot end of itself, given that nothing is due any more. */
  boolean isStuck(boolean strandsWait) {
    return limit == Elapsed.NEVER || (strandsWait && (condition != null || untilIdle));
  }

  /** Ends it here and now, as the one who waits is let go on. */
  void meet() {
    met = true;
  }

  /** Answers whether time has passed as asked, given what is next. */
  boolean isOver(Agenda agenda, boolean idle, long now) {
    if (condition != null && condition.getAsBoolean()) {
      met = true;
    } else if (untilIdle && agenda.nextDue > now && idle && !agenda.hasForeground()) {
      met = true;
    }
    return met || agenda.nextDue > limit || baton.isInterrupted();
  }

  /** Returns the elapsed time at which it ends. */
  long end(long now) {
    return met || limit == Elapsed.NEVER || baton.isInterrupted() ? now : limit;
  }
}
