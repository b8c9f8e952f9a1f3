package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.SimulatedScheduler;
import dev.timelapse.scheduler.Simulation;
import dev.timelapse.scheduler.TimeSource;
import dev.timelapse.testkit.recording.RecordingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The time of one timeline: elapsed nanoseconds since its start, and a wall clock that can be
 * stepped.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class VirtualTimeSource implements TimeSource, Simulation, RecordingTime {

  private final Instant start;
  private final Engine engine;
  private volatile long now;
  private volatile Duration stepped = Duration.ZERO;
  private long steppedNanos;
  private @Nullable Reading last;

  VirtualTimeSource(Instant start, Engine engine) {
    this.start = start;
    this.engine = engine;
  }

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public Instant instant() {
    long elapsed = now;
    Duration offset = stepped;
    Reading reading = last;
    if (reading == null || reading.elapsed != elapsed || !reading.offset.equals(offset)) {
      reading = new Reading(elapsed, offset, start.plusNanos(elapsed).plus(offset));
      last = reading;
    }
    return reading.instant;
  }

  @Override
  public long wallNanos() {
    return now + steppedNanos;
  }

  /** Returns the engine that moves this time. */
  public Engine engine() {
    return engine;
  }

  @Override
  public void adopt(Scheduler scheduler, SimulatedScheduler driven) {
    engine.adopt(scheduler, driven);
  }

  @Override
  public RandomGenerator random() {
    return engine.choices().random("jitter");
  }

  @Override
  public long nextSequence() {
    return engine.agenda.nextSequence();
  }

  void moveTo(long elapsed) {
    now = elapsed;
  }

  void stepBy(Duration step) {
    stepped = stepped.plus(Objects.requireNonNull(step, "step"));
    steppedNanos = Elapsed.nanos(stepped);
  }

  @Override
  public String toString() {
    return "virtual time, " + instant();
  }

  /** The last instant that was asked for: at one time there are many questions and one answer. */
  private record Reading(long elapsed, Duration offset, Instant instant) {}
}
