package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.WallCourse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * How the wall clock of a timeline goes: from where it started, what it was stepped by, and what it
 * gains or loses by its rate. What it shows are whole nanoseconds; when its rate changes it goes on
 * from there.
 */
final class WallTime implements WallCourse {

  /** Past enough for whatever is due then, and far enough from the edge not to wrap. */
  private static final long LONG_AGO = Long.MIN_VALUE / 4;

  private final Instant start;

  /** By how much it was stepped in all. */
  private final Duration stepped;

  private final long steppedNanos;
  private final Rate rate;

  /** Since when it goes at this rate, and what it had gained by others until then. */
  private final long since;

  private final long gained;

  private WallTime(Instant start, Duration stepped, Rate rate, long since, long gained) {
    this.start = start;
    this.stepped = stepped;
    this.steppedNanos = Elapsed.nanos(stepped);
    this.rate = rate;
    this.since = since;
    this.gained = gained;
  }

  static WallTime startingAt(Instant start) {
    return new WallTime(start, Duration.ZERO, Rate.TRUE, 0, 0);
  }

  WallTime steppedBy(Duration step) {
    return new WallTime(start, stepped.plus(step), rate, since, gained);
  }

  WallTime goingOn(Rate other, long elapsed) {
    return new WallTime(start, stepped, other, elapsed, gainedAt(elapsed));
  }

  @Override
  public long elapsedAt(Instant instant) {
    long shown = Elapsed.nanos(Duration.between(start.plus(stepped), instant));
    if (shown == Elapsed.NEVER || shown < LONG_AGO) {
      return shown < 0 ? LONG_AGO : Elapsed.NEVER;
    }
    long elapsed = rate.elapsedFor(shown - since - gained);
    return Math.max(LONG_AGO, Elapsed.plus(elapsed, since));
  }

  @Override
  public Instant instantAt(long elapsed) {
    try {
      return start.plusNanos(elapsed).plusNanos(gainedAt(elapsed)).plus(stepped);
    } catch (DateTimeException | ArithmeticException beyond) {
      return stepped.isNegative() ? Instant.MIN : Instant.MAX;
    }
  }

  /** Returns nanoseconds from the start to what it shows, as far as they can be told. */
  long nanosAt(long elapsed) {
    return Elapsed.plus(Elapsed.plus(elapsed, gainedAt(elapsed)), steppedNanos);
  }

  private long gainedAt(long elapsed) {
    return gained + rate.gainedIn(elapsed - since);
  }
}
