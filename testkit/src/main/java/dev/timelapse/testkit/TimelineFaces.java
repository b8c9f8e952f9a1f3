package dev.timelapse.testkit;

import dev.timelapse.scheduler.TimeSource;
import dev.timelapse.testkit.choice.Choices;
import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.engine.Engine;
import dev.timelapse.testkit.engine.TimeText;
import dev.timelapse.testkit.engine.VirtualClock;
import dev.timelapse.testkit.executor.FutureTimers;
import dev.timelapse.testkit.executor.WorkerPool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;

/** The faces of one virtual time, all of one instant, and what else is made for it. */
abstract sealed class TimelineFaces permits TimelineMoves {

  final Engine engine;
  final FutureTimers futureTimers;
  private final Instant start;
  private final ZoneId zone;
  private final AtomicInteger executors = new AtomicInteger();

  TimelineFaces(Instant start, ZoneId zone, Choices choices) {
    this.start = start;
    this.zone = zone;
    this.engine = new Engine(start, choices);
    engine.recorder().tellTimesIn(zone);
    this.futureTimers = new FutureTimers(engine);
  }

  /**
   * Returns what the wall clock shows.
   *
   * @return the current instant
   */
  public Instant now() {
    return engine.time().instant();
  }

  /**
   * Returns how much time has passed, whatever was done to the wall clock.
   *
   * @return elapsed time since the start
   */
  public Duration elapsed() {
    return Duration.ofNanos(elapsedNanos());
  }

  /**
   * Returns the zone in which local times of the script are read.
   *
   * @return the zone
   */
  public ZoneId zone() {
    return zone;
  }

  /**
   * Returns this time as a scheduler reads it. A scheduler that is built on it is driven by this
   * timeline.
   *
   * @return the time source
   */
  public TimeSource timeSource() {
    return engine.time();
  }

  /**
   * Returns this time as a clock of the timeline's zone.
   *
   * @return the clock, which also is an {@link java.time.InstantSource}
   */
  public Clock clock() {
    return clock(zone);
  }

  /**
   * Returns this time as a clock of any zone.
   *
   * @param other the zone
   * @return the clock
   */
  public Clock clock(ZoneId other) {
    return new VirtualClock(engine.time(), other);
  }

  /**
   * Creates an executor with one worker.
   *
   * @return an executor of its own, with a lane of its own on the recording
   */
  public VirtualExecutor executor() {
    return executor(1);
  }

  /**
   * Creates an executor. A task that waits in virtual time keeps its worker; those that find none
   * free start late.
   *
   * @param workers how many tasks may be under way at once; 1 or more, {@link Integer#MAX_VALUE}
   *     for as many as there are
   * @return an executor of its own, with a lane of its own on the recording
   * @throws IllegalArgumentException if {@code workers} is less than 1
   */
  public VirtualExecutor executor(int workers) {
    int number = executors.incrementAndGet();
    return executor(number == 1 ? "executor" : "executor " + number, workers);
  }

  /**
   * Creates an executor with a name.
   *
   * @param name its lane on the recording
   * @param workers how many tasks may be under way at once; 1 or more
   * @return an executor of its own
   * @throws IllegalArgumentException if {@code workers} is less than 1
   */
  public VirtualExecutor executor(String name, int workers) {
    return new VirtualExecutor(new WorkerPool(engine, name, workers));
  }

  /**
   * Returns what makes futures that wait and time out in virtual time.
   *
   * @return the futures of this timeline
   */
  public VirtualFutures futures() {
    return new VirtualFutures(futureTimers);
  }

  /**
   * Returns the wall clock, so that it can be stepped, or made fast or slow.
   *
   * @return the wall clock
   */
  public WallClock wallClock() {
    return new WallClock(engine);
  }

  Engine engine() {
    return engine;
  }

  /** Returns what a text means: a time of this zone, an instant, or a duration from the start. */
  Instant instant(String text) {
    return text.startsWith("P") ? start.plus(TimeText.duration(text)) : TimeText.parse(text, zone);
  }

  long elapsedNanos() {
    return engine.time().nanoTime();
  }

  /** Returns the elapsed time some time from now, which must not be negative. */
  long elapsedAfter(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "time does not run backwards: "
              + duration
              + " from "
              + engine.whereabouts().now()
              + ". To set the wall clock back, use wallClock().stepBy(…)");
    }
    return engine.time().after(Elapsed.nanos(duration));
  }

  /** Returns when the wall clock first shows an instant, as it goes now; possibly past. */
  long elapsedAt(Instant instant) {
    return engine.time().wallCourse().elapsedAt(instant);
  }

  void requireNotPast(Instant instant) {
    if (instant.isBefore(now())) {
      throw new IllegalArgumentException(
          instant + " is past: the timeline is at " + engine.whereabouts().now());
    }
  }
}
