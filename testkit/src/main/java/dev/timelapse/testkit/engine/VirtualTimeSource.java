package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.SimulatedScheduler;
import dev.timelapse.scheduler.Simulation;
import dev.timelapse.scheduler.TimeSource;
import dev.timelapse.scheduler.WallCourse;
import dev.timelapse.testkit.recording.RecordingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The time of one timeline: elapsed nanoseconds since its start, and a wall clock that can be
 * stepped, and drift.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class VirtualTimeSource implements TimeSource, Simulation, RecordingTime {

  private final Engine engine;
  private volatile long now;
  private volatile WallTime wall;
  private @Nullable Reading last;

  VirtualTimeSource(Instant start, Engine engine) {
    this.engine = engine;
    this.wall = WallTime.startingAt(start);
  }

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public Instant instant() {
    long elapsed = now;
    WallTime course = wall;
    Reading reading = last;
    if (reading == null || reading.elapsed != elapsed || reading.course != course) {
      reading = new Reading(elapsed, course, course.instantAt(elapsed));
      last = reading;
    }
    return reading.instant;
  }

  @Override
  public long wallNanos() {
    return wall.nanosAt(now);
  }

  /** Returns the elapsed time some nanoseconds from now; now if they are negative. */
  public long after(long nanos) {
    return Elapsed.plus(now, Math.max(0, nanos));
  }

  /** Returns what the wall clock will show at an elapsed time, as things stand. */
  public Instant instantAt(long elapsed) {
    return elapsed == Elapsed.NEVER ? Instant.MAX : wall.instantAt(elapsed);
  }

  /** Returns the engine that moves this time. */
  public Engine engine() {
    return engine;
  }

  @Override
  public void adopt(Scheduler scheduler, SimulatedScheduler driven) {
    engine.components().adopt(scheduler, driven);
  }

  @Override
  public RandomGenerator random() {
    return engine.choices().random("jitter");
  }

  @Override
  public long nextSequence() {
    return engine.agenda.nextSequence();
  }

  @Override
  public WallCourse wallCourse() {
    return wall;
  }

  void moveTo(long elapsed) {
    now = elapsed;
  }

  /** Steps the wall clock. */
  public void stepBy(Duration step) {
    Objects.requireNonNull(step, "step");
    engine.enter("wall clock");
    try {
      engine.relay.checkNotStopped();
      engine.recorder().clockStepped(step);
      wall = wall.steppedBy(step);
      tellOfWallClock(step);
    } finally {
      engine.leave();
    }
  }

  /** Lets the wall clock go on at another rate. */
  public void driftBy(Duration gain, Duration per) {
    Rate rate = Rate.of(gain, per);
    engine.enter("wall clock");
    try {
      engine.relay.checkNotStopped();
      engine.recorder().clockDrifts(gain, per);
      wall = wall.goingOn(rate, now);
      tellOfWallClock(Duration.ZERO);
    } finally {
      engine.leave();
    }
  }

  private void tellOfWallClock(Duration step) {
    engine.agenda.wallClockSet(this);
    for (Driven driven : engine.agenda.driven) {
      driven.wallClockSet(step);
    }
  }

  @Override
  public String toString() {
    return "virtual time, " + instant();
  }

  /** The last instant that was asked for: at one time there are many questions and one answer. */
  private record Reading(long elapsed, WallTime course, Instant instant) {}
}
