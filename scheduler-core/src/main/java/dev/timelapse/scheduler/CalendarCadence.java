package dev.timelapse.scheduler;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a series of wall-clock instants stands, by the rules of {@link ClockSteps#AFRESH}. */
sealed class CalendarCadence extends Cadence permits CronieCadence {

  /**
   * How far ahead, by the new time, a time of day that has fired may be for it not to fire again:
   * the longest step that cronie takes for a correction.
   */
  private static final Duration SHORT_STEP = Duration.ofHours(3);

  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

  private final CalendarTrigger trigger;
  final boolean rate;
  private @Nullable Instant lastFired;

  CalendarCadence(CalendarTrigger trigger, Clocks clocks) {
    super(EventQueue.NO_LANE, Long.MIN_VALUE);
    this.trigger = trigger;
    this.rate = trigger.isRate();
    Instant now = clocks.instant();
    Instant first = trigger.next(now);
    if (first == null) {
      throw new IllegalArgumentException("trigger \"" + trigger + "\" has no firing after " + now);
    }
    if (!first.isAfter(now)) {
      throw new IllegalArgumentException(
          "trigger \"" + trigger + "\" answered " + first + ", which is not after " + now);
    }
    set(first, clocks);
  }

  @Override
  void next(Clocks clocks) {
    Instant fired = dueInstant;
    lastFired = fired;
    Instant now = clocks.instant();
    set(fired == null || now.isBefore(fired) ? afresh(now) : ask(fired), clocks);
  }

  @Override
  final long missed(Clocks clocks, long jitter) {
    Instant atHand = dueInstant;
    Instant following = atHand == null ? null : ask(atHand);
    Instant now = clocks.instant().minusNanos(jitter);
    if (atHand == null || following == null || following.isAfter(now) || runsAnyway(following)) {
      return 0;
    }
    return Math.max(1, count(atHand, now));
  }

  /** Answers whether a firing runs even if those after it are due already. */
  boolean runsAnyway(Instant firing) {
    return false;
  }

  @Override
  final void skipMissed(long missed, Clocks clocks, long jitter) {
    // What follows asks only for the firing after this one, and that is the first one after now.
    dueInstant = clocks.instant().minusNanos(jitter);
  }

  @Override
  void recompute(Clocks clocks) {
    Instant now = clocks.instant();
    boolean overdue = dueInstant != null && !dueInstant.isAfter(now);
    set(overdue ? dueInstant : afresh(now), clocks);
  }

  @Override
  final long gap() {
    Instant atHand = dueInstant;
    Instant following = atHand == null ? null : ask(atHand);
    return atHand == null || following == null ? Nanos.NEVER : Nanos.between(atHand, following);
  }

  @Override
  final Plan plan(Clocks clocks, boolean started) {
    Instant atHand = dueInstant;
    return atHand == null ? Plan.NONE : Plan.of(started ? atHand.plusNanos(1) : atHand, this::ask);
  }

  @Override
  final boolean onWallClock() {
    return true;
  }

  @Override
  final boolean hasEnded() {
    return dueInstant == null;
  }

  /**
   * Returns the next firing by the wall clock as it now is, without a time of day that has just
   * fired.
   */
  private @Nullable Instant afresh(Instant now) {
    Instant next = ask(now);
    Instant last = lastFired;
    if (next == null || last == null || next.isAfter(last) || rate) {
      return next;
    }
    return Duration.between(now, last).compareTo(SHORT_STEP) <= 0 ? ask(last) : next;
  }

  /**
   * Asks the trigger, which may be a user's: when it fails, the series ends and the loop goes on.
   */
  final @Nullable Instant ask(Instant after) {
    try {
      Instant next = trigger.next(after);
      if (next == null || next.isAfter(after)) {
        return next;
      }
      LOG.error(
          "trigger \"{}\" answered {}, which is not after {}: its job ends", trigger, next, after);
    } catch (RuntimeException | Error e) {
      LOG.error(
          "trigger \"{}\" failed when asked for the firing after {}: its job ends",
          trigger,
          after,
          e);
    }
    return null;
  }

  /** Counts by the trigger, which may be a user's: when it fails, 0 stands for a number unknown. */
  private long count(Instant after, Instant until) {
    try {
      return trigger.count(after, until);
    } catch (RuntimeException | Error e) {
      LOG.error(
          "trigger \"{}\" failed when asked to count its firings after {} until {}: what was missed"
              + " is told as one firing",
          trigger,
          after,
          until,
          e);
      return 0;
    }
  }

  final void set(@Nullable Instant next, Clocks clocks) {
    dueInstant = next;
    due = next == null ? Nanos.NEVER : clocks.elapsedAt(next);
  }
}
