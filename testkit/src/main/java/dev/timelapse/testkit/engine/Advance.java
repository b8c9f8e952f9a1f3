package dev.timelapse.testkit.engine;

import java.util.function.BooleanSupplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** One request of the test to let time pass: how far, and what ends it earlier. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Advance {

  final Baton baton = new Baton(Thread.currentThread());
  private final long limit;
  private final @Nullable BooleanSupplier condition;
  private final boolean untilIdle;
  private boolean met;
  private volatile boolean interrupted;

  private Advance(long limit, @Nullable BooleanSupplier condition, boolean untilIdle) {
    this.limit = limit;
    this.condition = condition;
    this.untilIdle = untilIdle;
  }

  /** Lets time pass up to an elapsed time, and runs what is due then too. */
  public static Advance to(long limit) {
    return new Advance(limit, null, false);
  }

  /** Lets time pass until a condition holds, but not beyond an elapsed time. */
  public static Advance until(BooleanSupplier condition, long limit) {
    return new Advance(limit, condition, false);
  }

  /** Lets time pass until only recurring things are to come, but not beyond an elapsed time. */
  public static Advance untilIdle(long limit) {
    return new Advance(limit, null, true);
  }

  /** Answers whether it ended because of its condition, rather than at its limit. */
  public boolean isMet() {
    return met;
  }

  void interrupt() {
    interrupted = true;
  }

  boolean isInterrupted() {
    return interrupted;
  }

  /** Answers whether a strand may go straight to a due time because nothing else is due before. */
  boolean allows(long due) {
    return due <= limit && condition == null && !interrupted;
  }

  /** Answers whether time has passed as asked, given what is next. */
  boolean isOver(Agenda agenda, long now) {
    if (condition != null && condition.getAsBoolean()) {
      met = true;
    } else if (untilIdle && agenda.nextDue > now && !agenda.hasForeground()) {
      met = true;
    }
    return met || interrupted || agenda.nextDue > limit;
  }

  /** Returns the elapsed time at which it ends. */
  long end(long now) {
    return met || interrupted ? now : limit;
  }
}
