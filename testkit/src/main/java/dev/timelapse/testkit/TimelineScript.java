package dev.timelapse.testkit;

import dev.timelapse.scheduler.CalendarTrigger;
import dev.timelapse.scheduler.Task;
import dev.timelapse.scheduler.Trigger;
import dev.timelapse.testkit.choice.Choices;
import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.engine.TimeText;
import dev.timelapse.testkit.engine.Timer;
import dev.timelapse.testkit.history.Happening;
import dev.timelapse.testkit.history.Replay;
import dev.timelapse.testkit.outside.OutsideMock;
import dev.timelapse.testkit.outside.OutsideMocks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the test has the world do: its script, the outside, and crashes. */
abstract sealed class TimelineScript extends TimelineMoves permits Timeline {

  /**
   * The priority of script actions unless told otherwise: at one instant the world changes before
   * the system's jobs look at it.
   */
  public static final int SCRIPT_PRIORITY = -1_000_000;

  final OutsideMocks outside;
  final List<Replay> replays = new CopyOnWriteArrayList<>();

  TimelineScript(Instant start, ZoneId zone, Choices choices) {
    super(start, zone, choices);
    this.outside = new OutsideMocks(engine, futureTimers, zone, this::instant);
  }

  /**
   * Does something when the wall clock shows an instant, or is stepped beyond it: see {@link
   * WallClock}.
   *
   * @param instant when, not before now
   * @param action what; an exception fails the test
   * @return a handle
   * @throws IllegalArgumentException if {@code instant} is past
   */
  public Scripted at(Instant instant, Task action) {
    return at(instant, SCRIPT_PRIORITY, action);
  }

  /**
   * Does something when the wall clock shows an instant, or is stepped beyond it: see {@link
   * WallClock}.
   *
   * @param instant when, not before now
   * @param priority which goes first of what is due at one instant; lower runs first; jobs have 0
   *     unless told otherwise
   * @param action what; an exception fails the test
   * @return a handle
   * @throws IllegalArgumentException if {@code instant} is past
   */
  public Scripted at(Instant instant, int priority, Task action) {
    requireNotPast(instant);
    Timer timer = engine.script().addAt("at " + instant, instant, priority, 0, action);
    return new Scripted(() -> engine.script().cancel(timer), timer::rename);
  }

  /**
   * Does something at a time of this timeline's zone.
   *
   * @param time a local time such as {@code 2026-03-28T02:00}, a date, an instant with its offset,
   *     or a duration such as {@code P2DT3H}, which counts from the start of the timeline
   * @param action what; an exception fails the test
   * @return a handle
   * @throws IllegalArgumentException if {@code time} is none, or past
   */
  public Scripted at(String time, Task action) {
    return at(instant(time), action);
  }

  /**
   * Does something after a time.
   *
   * @param delay elapsed time from now; zero or more
   * @param action what; an exception fails the test
   * @return a handle
   * @throws IllegalArgumentException if {@code delay} is negative
   */
  public Scripted after(Duration delay, Task action) {
    return scripted("after " + delay, elapsedAfter(delay), 0, action);
  }

  /**
   * Does something again and again, the first time one period from now.
   *
   * @param period elapsed time between two times, more than zero
   * @param action what; an exception fails the test
   * @return a handle
   * @throws IllegalArgumentException if {@code period} is zero or negative
   */
  public Scripted every(Duration period, Task action) {
    long nanos = Elapsed.nanos(period);
    if (nanos <= 0) {
      throw new IllegalArgumentException("the period must be more than zero, but is " + period);
    }
    return scripted("every " + period, elapsedAfter(period), nanos, action);
  }

  /**
   * Does something again and again, at times of this timeline's zone.
   *
   * @param cron when: a cron expression of five fields, such as {@code 0 2 * * SAT}
   * @param action what; an exception fails the test
   * @return a handle
   * @throws IllegalArgumentException if {@code cron} is no cron expression
   */
  public Scripted every(String cron, Task action) {
    return calendar("every " + cron, Trigger.cron(cron, zone()), action);
  }

  /**
   * Does something every week, at a time of this timeline's zone.
   *
   * @param day the day of the week
   * @param time the time of day, such as {@code 02:00}
   * @param action what; an exception fails the test
   * @return a handle
   * @throws IllegalArgumentException if {@code time} is none
   */
  public Scripted every(DayOfWeek day, String time, Task action) {
    LocalTime local = TimeText.timeOfDay(time);
    return calendar("every " + day + " " + local, Trigger.weekly(day, local, zone()), action);
  }

  /**
   * Lets the world do again what it did once: each happening at its instant, before jobs of the
   * same instant. The stream is read as time goes on, one happening ahead, so it may be longer than
   * the memory; it is closed after its last happening, and when it is cancelled or the timeline
   * ends. What stands at one instant is one event.
   *
   * @param name what the recording calls it
   * @param happenings in the order of their instants
   * @return a handle on all that is still to come
   * @throws IllegalArgumentException if the first is past; if the order is broken later, the test
   *     fails then
   */
  public Scripted history(String name, Stream<Happening> happenings) {
    Replay replay = new Replay(engine, name, SCRIPT_PRIORITY, happenings);
    replay.start();
    replays.add(replay);
    return new Scripted(replay::cancel, replay::rename);
  }

  /**
   * Lets the world do again what stands in a text file: see {@link #history(String, Stream)}.
   *
   * @param file a text file in UTF-8, with a line for each happening, in their order
   * @param reader makes a happening of a line
   * @return a handle on all that is still to come
   * @throws UncheckedIOException if the file cannot be read
   */
  @SuppressWarnings("StreamResourceLeak") // The replay closes it.
  public Scripted history(Path file, Function<String, Happening> reader) {
    try {
      return history(String.valueOf(file.getFileName()), Files.lines(file).map(reader));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the history in " + file, e);
    }
  }

  private Scripted scripted(String name, long due, long periodNanos, Task action) {
    Timer timer = engine.script().add(name, due, SCRIPT_PRIORITY, periodNanos, action);
    return new Scripted(() -> engine.script().cancel(timer), timer::rename);
  }

  private Scripted calendar(String name, CalendarTrigger times, Task action) {
    CalendarScript script = new CalendarScript(engine, name, times, action);
    script.awaitNext();
    return new Scripted(script::cancel, script::rename);
  }

  // Crashes.

  /**
   * Ends schedulers and executors as a killed process ends; both the test and the script may do
   * that. None of their events runs any more, and they take nothing on. A task of theirs that is
   * under way, waiting on the timeline, never goes on: it is unwound before this method returns, by
   * an {@link Error} thrown where it waits. A task that crashes its own component is unwound from
   * here.
   *
   * <p>Java lets finally-blocks run then, which a killed process would not. What they ask of the
   * timeline has no effect: calls to the outside, waits, and what they schedule throw that error
   * again; such calls do not reach a fake, are not recorded, and cannot be verified. What they
   * change in the memory of the process does happen, so build that anew in {@link #restart}. What
   * the outside knows is in the fakes, which stay.
   *
   * @param components schedulers on this timeline's time source, and executors it made; all that
   *     die with the process
   * @throws IllegalArgumentException if one of them does not run on this timeline
   * @throws AssertionError if a task does not let itself be unwound within ten seconds of real time
   */
  public void crash(Object... components) {
    List<Object> driven = new ArrayList<>();
    for (Object component : components) {
      driven.add(component instanceof VirtualExecutor executor ? executor.pool() : component);
    }
    engine.components().crash(driven);
  }

  /**
   * Builds anew what has crashed, on what the fakes have kept. Both stand on the recording, and new
   * schedulers take the lanes of those that crashed.
   *
   * @param <T> what is built
   * @param build what a new process does when it starts
   * @return what {@code build} returned
   * @throws Exception if {@code build} does
   * @throws IllegalStateException if nothing has crashed since the last restart
   */
  public <T extends @Nullable Object> T restart(Callable<T> build) throws Exception {
    return engine.components().restart(build);
  }

  // The outside.

  /**
   * Creates a mock of something outside, as {@link Outside} does, named after its type.
   *
   * @param <T> its type
   * @param type an interface or class
   * @return the mock
   */
  public <T> T outside(Class<T> type) {
    return outside.mock(type);
  }

  /**
   * Creates a mock of something outside with a hand-written fake behind it, which answers the calls
   * that nobody stubs; it is named after its type.
   *
   * @param <T> its type
   * @param type an interface or class
   * @param fake what answers
   * @return the mock
   */
  public <T> T outside(Class<T> type, T fake) {
    T mock = outside.mock(type);
    outside.of(mock).answeredBy(fake);
    return mock;
  }

  /**
   * Creates a mock of something outside, as {@link Outside} does, with a name.
   *
   * @param <T> its type
   * @param type an interface or class
   * @param name what the recording calls it
   * @return the mock
   */
  public <T> T mockOutside(Class<T> type, String name) {
    return outside.mock(type, name);
  }

  /**
   * Starts the description of how a mock of the outside behaves on the timeline.
   *
   * @param <T> its type
   * @param mock one that {@link Outside} or a method of this timeline made
   * @return what can be said of it
   * @throws IllegalArgumentException if it is none
   */
  public <T> OutsideMock<T> outside(T mock) {
    return outside.of(mock);
  }

  OutsideMocks outside() {
    return outside;
  }
}
