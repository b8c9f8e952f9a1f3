package dev.timelapse.scheduler;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The two clocks as one scheduler sees them: elapsed time since it was built, wall time, and how
 * one maps to the other. The mapping is fixed between two calls of {@link #sync}, so that events of
 * one instant have one elapsed due time. The scheduler's owner alone renews it; any thread may
 * read.
 *
 * <p>A simulation knows how its wall clock goes, and says when that changes. A real one is looked
 * at: it is taken to go as elapsed time does, until it is seen not to have.
 */
final class Clocks {

  /** How far the clocks may drift apart before the mapping is renewed. */
  private static final long DRIFT_NANOS = 10_000_000;

  /**
   * The change from which on it counts as a step, beside what slewing explains: NTP slews a clock
   * by at most half a millisecond a second.
   */
  private static final long STEP_NANOS = 100_000_000;

  private static final long SLEW_DIVISOR = 1_000;

  private final TimeSource time;
  private final @Nullable Simulation simulation;
  private final long origin;
  private final Instant start;

  private Course mapping;

  private long seenDrift;
  private long seenElapsed;
  private long stepNanos;

  /** What a simulation said: by how much its wall clock was stepped in all, and that it was set. */
  private Duration stepped = Duration.ZERO;

  private boolean set;

  Clocks(TimeSource time) {
    this.time = time;
    this.simulation = time instanceof Simulation owner ? owner : null;
    this.origin = time.nanoTime();
    this.start = time.instant();
    this.mapping = Course.straight(start, 0);
  }

  /** Returns nanoseconds of elapsed time since the scheduler was built. */
  long elapsed() {
    return time.nanoTime() - origin;
  }

  Instant instant() {
    return time.instant();
  }

  /** Returns how the wall clock goes, as things stand. */
  Course course() {
    return simulation == null ? mapping : new Course(simulation.wallCourse(), origin);
  }

  /**
   * Returns the elapsed time at which the wall clock will show an instant, if nothing is done to
   * it.
   */
  long elapsedAt(Instant instant) {
    return course().elapsedAt(instant);
  }

  /**
   * Returns the instant that the wall clock will show at an elapsed time, if nothing is done to it.
   */
  Instant instantAt(long elapsed) {
    return course().instantAt(elapsed);
  }

  /**
   * Returns by how much the wall clock has moved since the scheduler was built beside what elapsed
   * time and, in a simulation, its known rate account for.
   */
  Duration moved() {
    return simulation == null
        ? Duration.between(start.plusNanos(elapsed()), time.instant())
        : stepped;
  }

  /**
   * Looks whether the clocks still agree, give or take what is not worth the trouble. Answers
   * whether the mapping was renewed, so that due times on the wall clock have to be computed
   * afresh.
   */
  boolean sync() {
    if (simulation != null) {
      boolean renewed = set;
      set = false;
      return renewed;
    }
    long elapsed = elapsed();
    Instant instant = time.instant();
    long drift = Nanos.between(instantAt(elapsed), instant);
    long change = Nanos.plus(drift, -seenDrift);
    if (Math.abs(change) >= STEP_NANOS + (elapsed - seenElapsed) / SLEW_DIVISOR) {
      stepNanos = Nanos.plus(stepNanos, change);
    }
    seenDrift = drift;
    seenElapsed = elapsed;
    if (Math.abs(drift) < DRIFT_NANOS) {
      return false;
    }
    mapping = Course.straight(instant, elapsed);
    seenDrift = 0;
    return true;
  }

  /** Takes note that the simulation's wall clock was stepped, or goes at another rate. */
  void wallClockSet(Duration step) {
    set = true;
    stepped = stepped.plus(step);
    stepNanos = Nanos.plus(stepNanos, Nanos.of(step));
  }

  /** Returns by how much the wall clock was stepped since the last call; zero if it was not. */
  Duration takeStep() {
    Duration step = Duration.ofNanos(stepNanos);
    stepNanos = 0;
    return step;
  }

  /** Converts an elapsed time of this scheduler to a reading of the time source. */
  long nanoTimeAt(long elapsed) {
    return elapsed == Nanos.NEVER ? Nanos.NEVER : Nanos.plus(elapsed, origin);
  }

  /**
   * How the wall clock goes with the elapsed time of one scheduler, as things stood at one moment.
   *
   * @param wall the same, with another elapsed time
   * @param ahead by how much that is ahead of the scheduler's
   */
  record Course(WallCourse wall, long ahead) {

    /** Returns the course of a clock that shows an instant at an elapsed time, and goes with it. */
    private static Course straight(Instant instant, long elapsed) {
      return new Course(new Straight(instant, elapsed), 0);
    }

    long elapsedAt(Instant instant) {
      long elapsed = wall.elapsedAt(instant);
      return elapsed == Nanos.NEVER ? Nanos.NEVER : elapsed - ahead;
    }

    Instant instantAt(long elapsed) {
      return elapsed == Nanos.NEVER ? Instant.MAX : wall.instantAt(Nanos.plus(elapsed, ahead));
    }
  }

  /** Two readings of the clocks at one moment, from which both go on alike. */
  private record Straight(Instant shown, long at) implements WallCourse {

    @Override
    public long elapsedAt(Instant instant) {
      return Nanos.plus(at, Nanos.between(shown, instant));
    }

    @Override
    public Instant instantAt(long elapsed) {
      return Nanos.plus(shown, Nanos.plus(elapsed, -at));
    }
  }
}
