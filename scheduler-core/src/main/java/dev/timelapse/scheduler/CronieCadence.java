package dev.timelapse.scheduler;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a series of wall-clock instants stands, by the rules of {@link ClockSteps#CRONIE}. It finds
 * out about a step by itself: by how much the wall clock has moved more than elapsed time since it
 * last looked.
 */
final class CronieCadence extends CalendarCadence {

  private static final long SMALL_NANOS = Duration.ofMinutes(5).toNanos();
  private static final long CORRECTION_NANOS = Duration.ofHours(3).toNanos();

  private Duration seen;

  /** Up to when nothing is to fire any more, whatever the clock shows. */
  private @Nullable Instant settled;

  /** Up to when each firing runs that the clock jumped over. */
  private @Nullable Instant replayed;

  CronieCadence(CalendarTrigger trigger, Clocks clocks) {
    super(trigger, clocks);
    this.seen = clocks.moved();
  }

  @Override
  void next(Clocks clocks) {
    Instant fired = dueInstant;
    dueInstant = fired == null ? null : ask(latest(settled, fired));
    recompute(clocks);
  }

  @Override
  boolean runsAnyway(Instant firing) {
    return replayed != null && !firing.isAfter(replayed);
  }

  @Override
  void recompute(Clocks clocks) {
    Instant now = clocks.instant();
    Duration moved = clocks.moved();
    Instant expected = now.minus(moved.minus(seen));
    seen = moved;
    Instant reached = rate ? expected : latest(settled, expected);
    if (now.isAfter(expected)) {
      forward(reached, now);
    } else if (now.isBefore(expected)) {
      back(expected, reached, now);
    }
    set(dueInstant, clocks);
  }

  private void forward(Instant reached, Instant now) {
    long ahead = Nanos.between(reached, now);
    boolean overdue = dueInstant != null && !dueInstant.isAfter(reached);
    if (ahead > CORRECTION_NANOS) {
      // A firing at this very instant is not jumped over.
      settled = now.minusNanos(1);
      dueInstant = overdue ? now : ask(now.minusNanos(1));
    } else if (ahead <= SMALL_NANOS || !rate) {
      replayed = now;
    } else if (dueInstant != null && !dueInstant.isAfter(now)) {
      dueInstant = now;
    }
  }

  private void back(Instant expected, Instant reached, Instant now) {
    boolean correction = Nanos.between(now, reached) <= CORRECTION_NANOS;
    boolean overdue = dueInstant != null && !dueInstant.isAfter(expected);
    replayed = null;
    settled = correction && !rate ? reached : null;
    if (overdue) {
      dueInstant = now;
    } else if (rate || !correction) {
      dueInstant = ask(now);
    }
  }

  private static Instant latest(@Nullable Instant one, Instant other) {
    return one != null && one.isAfter(other) ? one : other;
  }
}
