package dev.timelapse.scheduler;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a series stands: the due time of the regular firing at hand, and how to get to the next.
 * One object a series, changed in place, so that re-arming allocates nothing. Times are elapsed
 * nanoseconds of the scheduler.
 */
abstract sealed class Cadence permits Cadence.Rate, Cadence.Delay, Cadence.Single, CalendarCadence {

  /** The time between two firings, if it is always the same. */
  final long lane;

  /** How late a firing has to be at least for those after it to be due, too. */
  final long slack;

  /** The elapsed due time of the firing at hand; never, once the series has ended. */
  long due;

  /** The same on the wall clock, for a series that lives there. */
  @Nullable Instant dueInstant;

  Cadence(long lane, long slack) {
    this.lane = lane;
    this.slack = slack;
  }

  static Cadence of(Trigger trigger, Clocks clocks, ClockSteps policy) {
    if (trigger instanceof FixedRate rate) {
      return new Rate(rate, clocks);
    } else if (trigger instanceof FixedDelay delay) {
      return new Delay(delay, clocks);
    } else if (trigger instanceof Once once) {
      return new Single(once, clocks);
    }
    CalendarTrigger calendar = (CalendarTrigger) trigger;
    return switch (policy) {
      case AFRESH -> new CalendarCadence(calendar, clocks);
      case CRONIE -> new CronieCadence(calendar, clocks);
    };
  }

  /** Goes to the next regular firing. */
  abstract void next(Clocks clocks);

  /**
   * Takes account of another attempt, at the firing before the one at hand, that has just ended.
   */
  void retried(Clocks clocks) {}

  /**
   * Answers how many firings after the one at hand are due as well, if they all are as much later
   * than the series says as the one at hand is by its jitter.
   */
  long missed(Clocks clocks, long jitter) {
    return 0;
  }

  /** Makes the last of the missed firings the one at hand. */
  void skipMissed(long missed, Clocks clocks, long jitter) {}

  /** Answers how long after the regular firing at hand the next one is due, if that is known. */
  long gap() {
    return Nanos.NEVER;
  }

  /**
   * Returns the firings to come, as things stand.
   *
   * @param started whether the one at hand runs already
   */
  abstract Plan plan(Clocks clocks, boolean started);

  /** Takes account of a step of the wall clock. */
  void recompute(Clocks clocks) {}

  boolean onWallClock() {
    return false;
  }

  boolean hasEnded() {
    return false;
  }

  static final class Rate extends Cadence {

    private final long period;

    Rate(FixedRate rate, Clocks clocks) {
      super(Nanos.of(rate.period()), Nanos.of(rate.period()));
      this.period = lane;
      this.due = Nanos.plus(clocks.elapsed(), Nanos.of(rate.firstAfter()));
    }

    @Override
    void next(Clocks clocks) {
      due = Nanos.plus(due, period);
    }

    @Override
    long missed(Clocks clocks, long jitter) {
      long late = clocks.elapsed() - due - jitter;
      return late < period ? 0 : late / period;
    }

    @Override
    void skipMissed(long missed, Clocks clocks, long jitter) {
      due += missed * period;
    }

    @Override
    long gap() {
      return period;
    }

    @Override
    Plan plan(Clocks clocks, boolean started) {
      return Plan.each(started ? Nanos.plus(due, period) : due, period, clocks.course());
    }
  }

  static final class Delay extends Cadence {

    private final long delay;

    Delay(FixedDelay trigger, Clocks clocks) {
      super(Nanos.of(trigger.delay()), Nanos.NEVER);
      this.delay = lane;
      this.due = Nanos.plus(clocks.elapsed(), Nanos.of(trigger.firstAfter()));
    }

    @Override
    void next(Clocks clocks) {
      due = Nanos.plus(clocks.elapsed(), delay);
    }

    @Override
    void retried(Clocks clocks) {
      next(clocks);
    }

    @Override
    Plan plan(Clocks clocks, boolean started) {
      long first = started ? Nanos.plus(clocks.elapsed(), delay) : due;
      return Plan.each(first, delay, clocks.course());
    }
  }

  static final class Single extends Cadence {

    private final boolean calendar;
    private boolean ended;

    Single(Once once, Clocks clocks) {
      super(EventQueue.NO_LANE, Nanos.NEVER);
      this.calendar = once.instant() != null;
      this.dueInstant = once.instant();
      this.due = once.delay() == null ? 0 : Nanos.plus(clocks.elapsed(), Nanos.of(once.delay()));
      recompute(clocks);
    }

    @Override
    void next(Clocks clocks) {
      ended = true;
      dueInstant = null;
      due = Nanos.NEVER;
    }

    @Override
    void recompute(Clocks clocks) {
      if (dueInstant != null) {
        due = clocks.elapsedAt(dueInstant);
      }
    }

    @Override
    Plan plan(Clocks clocks, boolean started) {
      Instant only = dueInstant != null ? dueInstant : clocks.instantAt(due);
      return started || due == Nanos.NEVER ? Plan.NONE : Plan.once(only);
    }

    @Override
    boolean onWallClock() {
      return calendar;
    }

    @Override
    boolean hasEnded() {
      return ended;
    }
  }
}
