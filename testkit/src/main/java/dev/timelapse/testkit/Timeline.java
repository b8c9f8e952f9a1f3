package dev.timelapse.testkit;

import dev.timelapse.scheduler.CalendarTrigger;
import dev.timelapse.scheduler.PendingEvent;
import dev.timelapse.scheduler.Task;
import dev.timelapse.scheduler.TimeSource;
import dev.timelapse.scheduler.Trigger;
import dev.timelapse.testkit.check.Check;
import dev.timelapse.testkit.check.Checks;
import dev.timelapse.testkit.check.Whenever;
import dev.timelapse.testkit.choice.Choices;
import dev.timelapse.testkit.engine.Advance;
import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.engine.Engine;
import dev.timelapse.testkit.engine.Limits;
import dev.timelapse.testkit.engine.Timer;
import dev.timelapse.testkit.engine.VirtualClock;
import dev.timelapse.testkit.executor.FutureTimers;
import dev.timelapse.testkit.executor.WorkerPool;
import dev.timelapse.testkit.history.Happening;
import dev.timelapse.testkit.history.Replay;
import dev.timelapse.testkit.log.Logs;
import dev.timelapse.testkit.outside.OutsideMock;
import dev.timelapse.testkit.outside.OutsideMocks;
import dev.timelapse.testkit.outside.UnstubbedCallError;
import dev.timelapse.testkit.recording.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The virtual time of one test, on which everything of the test stands: schedulers built on its
 * {@link #timeSource}, the script of what the world does, and what waits. In a JUnit test, {@link
 * TimelapseExtension} provides it.
 *
 * <ol>
 *   <li>A strand <em>waits</em> when only the timeline can let it go on. Code that computes, or
 *       blocks in real I/O, does not wait: time stands still.
 *   <li>Time moves only when every strand waits, and then to the earliest due instant, never past
 *       it: a year advanced in one call sees every firing at its own time.
 *   <li>One strand runs at a time, and at one instant the order is (priority, sequence), so that a
 *       run is a function of the test.
 *   <li>Nothing fires before the test asks for time to pass.
 *   <li>A task that waits holds up its own scheduler, as in production, while the rest of the
 *       timeline goes on.
 * </ol>
 *
 * <p>Nothing here is static, so that tests may run in parallel. The methods that move time are for
 * the test's own thread; tasks and script actions may call all others.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Timeline implements AutoCloseable {

  /** The instant at which a timeline starts unless told otherwise. */
  public static final String DEFAULT_START = "2026-01-01T00:00:00Z";

  /**
   * The priority of script actions unless told otherwise: at one instant the world changes before
   * the system's jobs look at it.
   */
  public static final int SCRIPT_PRIORITY = -1_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(Timeline.class);

  private static final StackWalker CALLER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private final Instant start;
  private final ZoneId zone;
  private final Engine engine;
  private final OutsideMocks outside;
  private final List<Replay> replays = new ArrayList<>();
  private final FutureTimers futureTimers;
  private final AtomicInteger executors = new AtomicInteger();
  private final Leftovers leftovers = new Leftovers();
  private boolean ended;
  private final Checks checks;
  private @Nullable Logs logs;

  private Timeline(Instant start, ZoneId zone, Choices choices, Class<?> test) {
    this.start = start;
    this.zone = zone;
    this.engine = new Engine(start, choices);
    engine.recorder().tellTimesIn(zone);
    this.futureTimers = new FutureTimers(engine);
    this.outside = new OutsideMocks(engine, futureTimers, zone, this::instant);
    this.checks = new Checks(engine);
    outside.addTestClass(test);
    leftovers.ask(Leftover.HELD_TIME, () -> inWords(engine.held()));
    leftovers.ask(Leftover.UNSEEN_FAILURES, () -> inWords(engine.unseenFailures()));
    leftovers.ask(Leftover.PENDING_ONE_SHOTS, this::pendingOneShots);
    leftovers.ask(Leftover.WAITING_TASKS, engine::waiting);
    leftovers.ask(Leftover.UNUSED_BEHAVIOURS, outside::unusedBehaviours);
    leftovers.ask(Leftover.UNUSED_STUBS, outside::unusedStubs);
    leftovers.ask(
        Leftover.UNSTUBBED_CALLS,
        () -> outside.unstubbed().stream().map(call -> String.valueOf(call.getMessage())).toList());
    leftovers.ask(Leftover.UNDECIDED_CHECKS, checks::undecided);
  }

  /**
   * Creates a timeline whose time stands still at its start. The calling class counts as the test:
   * see {@link Outside}.
   *
   * @param start the instant that the wall clock shows at first
   * @param zone the zone in which local times of the script are read, and which {@link #clock()}
   *     shows
   * @return a new timeline
   */
  public static Timeline startingAt(Instant start, ZoneId zone) {
    return new Timeline(start, zone, Choices.ofSeed(Choices.DEFAULT_SEED), CALLER.getCallerClass());
  }

  /**
   * Creates a timeline whose time stands still at its start. The calling class counts as the test:
   * see {@link Outside}.
   *
   * @param start the instant that the wall clock shows at first
   * @param zone the zone in which local times of the script are read, and which {@link #clock()}
   *     shows
   * @param choices what decides all that the test leaves open, made for this timeline alone
   * @return a new timeline
   */
  public static Timeline startingAt(Instant start, ZoneId zone, Choices choices) {
    return new Timeline(start, zone, choices, CALLER.getCallerClass());
  }

  // Moving time.

  /**
   * Lets elapsed time pass, and runs everything that is due meanwhile, including at its very end.
   * Tasks that are still waiting then go on with the next advance.
   *
   * @param duration how long, zero or more
   * @return how many events ran: tasks of schedulers and actions of the script
   * @throws IllegalArgumentException if {@code duration} is negative
   * @throws IllegalStateException if called from a task or a script action, or while another thread
   *     advances
   * @throws AssertionError if an assertion failed in a task, or anything in the script
   */
  public long advanceBy(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "time does not run backwards: "
              + duration
              + ". To set the wall clock back, use wallClock().stepBy(…)");
    }
    return engine.run(Advance.to(elapsedAfter(duration)));
  }

  /**
   * Lets time pass until the wall clock shows an instant, if it is not stepped on the way, and runs
   * everything that is due until then, including at that instant.
   *
   * @param instant the instant, not before now
   * @return how many events ran
   * @throws IllegalArgumentException if {@code instant} is past
   */
  public long advanceTo(Instant instant) {
    return engine.run(Advance.to(elapsedAt(instant)));
  }

  /**
   * Lets time pass until the wall clock shows a time of this timeline's zone: see {@link
   * #advanceTo(Instant)}.
   *
   * @param time a local time such as {@code 2026-03-28T02:00}, a date, or an instant with its
   *     offset
   * @return how many events ran
   * @throws IllegalArgumentException if {@code time} is none, or past
   */
  public long advanceTo(String time) {
    return advanceTo(instant(time));
  }

  /**
   * Lets time pass until the next due instant, and runs everything that is due then. Does nothing
   * when nothing is to come.
   *
   * @return how many events ran
   */
  public long advanceToNext() {
    long due = engine.nextDue();
    return due == Elapsed.NEVER ? 0 : engine.run(Advance.to(Math.max(due, elapsedNanos())));
  }

  /**
   * Runs everything that is due now, without letting time pass.
   *
   * @return how many events ran
   */
  public long runCurrent() {
    return engine.run(Advance.to(elapsedNanos()));
  }

  /**
   * Lets time pass until nothing is to come but the next rounds of recurring jobs, and no task is
   * under way.
   *
   * @return how many events ran, recurring ones included
   * @throws AssertionError if that is not so within the horizon, or if a task waits for what
   *     nothing on the timeline can bring
   */
  public long advanceUntilIdle() {
    Advance request = Advance.untilIdle(engine.horizonNanos());
    long ran = engine.run(request);
    if (!request.isMet()) {
      throw new AssertionError(
          "not idle within "
              + Duration.ofNanos(engine.horizonNanos()).toDays()
              + " days of the start; still to come: "
              + firstOfPending());
    }
    return ran;
  }

  /**
   * Lets time pass until a condition holds. It is looked at now and after each event.
   *
   * @param condition what to wait for; called on a strand of the timeline, while nothing else runs
   * @param atMost how long to wait in elapsed time; zero or more
   * @return how many events ran
   * @throws AssertionError if the condition does not hold after {@code atMost}
   */
  public long runUntil(BooleanSupplier condition, Duration atMost) {
    Advance request = Advance.until(condition, elapsedAfter(atMost));
    long ran = engine.run(request);
    if (!request.isMet()) {
      throw new AssertionError(
          "the condition does not hold after "
              + atMost
              + ", at "
              + engine.whereabouts().now()
              + "; to come: "
              + firstOfPending());
    }
    return ran;
  }

  /**
   * Waits for virtual time to pass. In a task it holds up the task's scheduler and nothing else,
   * and an interrupt ends it with an {@link InterruptedException}, though that is not declared; in
   * the test it is like {@link #advanceBy}.
   *
   * @param duration how long; zero or negative does not wait
   */
  public void sleep(Duration duration) {
    if (!duration.isNegative() && !duration.isZero()) {
      engine.sleep(Elapsed.nanos(duration));
    }
  }

  /**
   * Waits until the wall clock shows an instant, if it is not stepped meanwhile: see {@link
   * #sleep}. One that is past does not wait.
   *
   * @param instant the instant
   */
  public void sleepUntil(Instant instant) {
    sleep(Duration.between(now(), instant));
  }

  /**
   * Starts a strand of the test's own: a task that may wait, and holds up nobody while it does. It
   * begins when time next moves or {@link #runCurrent} is called, after what is due now already.
   *
   * @param <T> the type of its result
   * @param name what reports call it
   * @param task what it does; an assertion that fails in it fails the test, any other exception
   *     reaches whoever asks for the result
   * @return its result, for which any strand and the test can wait in virtual time
   */
  public <T extends @Nullable Object> Future<T> strand(String name, Callable<T> task) {
    return engine.strand(name, task);
  }

  /**
   * Starts a strand of the test's own: see {@link #strand(String, Callable)}.
   *
   * @param name what reports call it
   * @param task what it does
   * @return its end, for which any strand and the test can wait in virtual time
   */
  public Future<@Nullable Void> strand(String name, Task task) {
    return engine.strand(
        name,
        () -> {
          task.run();
          return null;
        });
  }

  /**
   * Lets time move by itself from now on, on a thread of the timeline's own: whatever is due runs,
   * and time goes to the next due instant when every strand waits, and the calling thread, like any
   * other that waits on the timeline, waits too or is blocked. For tests that wait with real
   * latches; the advance verbs are refused until {@link #explicit}.
   *
   * <p>It is not exact as explicit time is. The test's thread runs beside the strands, so that what
   * it does falls on the timeline where the machine's scheduling has it; and that a thread is
   * blocked is seen from outside, so that one which is neither known to the timeline nor holds time
   * with {@link #hold} goes unseen. A strand that is blocked for real lets others go on, but not
   * time.
   */
  public void automatic() {
    engine.automatic(false);
  }

  /**
   * Lets time move only when it is asked to, as at the start.
   *
   * @throws AssertionError if an assertion failed in a task meanwhile, or anything in the script
   * @throws IllegalStateException if a task is blocked for real, or goes on after that
   */
  public void explicit() {
    engine.explicit();
  }

  /**
   * Lets time stand still until the hold is closed: for real work that the timeline does not see,
   * such as an asynchronous request. What is due now still runs. Time that is asked to move
   * meanwhile waits for holds of other threads up to ten seconds of real time, and fails with their
   * reasons, owners and stacks after that, or at once for a hold of the asking thread's own.
   *
   * @param reason why, for the report
   * @return the hold; any thread may close it
   */
  public Hold hold(String reason) {
    return new Hold(engine.hold(reason));
  }

  // The script.

  /**
   * Does something when the wall clock shows an instant, if it is not stepped on the way.
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
   * Does something when the wall clock shows an instant, if it is not stepped on the way.
   *
   * @param instant when, not before now
   * @param priority which goes first of what is due at one instant; lower runs first; jobs have 0
   *     unless told otherwise
   * @param action what; an exception fails the test
   * @return a handle
   * @throws IllegalArgumentException if {@code instant} is past
   */
  public Scripted at(Instant instant, int priority, Task action) {
    return scripted("at " + instant, elapsedAt(instant), priority, 0, action);
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
   */
  public Scripted after(Duration delay, Task action) {
    return scripted("after " + delay, elapsedAfter(delay), SCRIPT_PRIORITY, 0, action);
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
    return scripted("every " + period, elapsedAfter(period), SCRIPT_PRIORITY, nanos, action);
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
    return calendar("every " + cron, Trigger.cron(cron, zone), action);
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
    return calendar("every " + day + " " + local, Trigger.weekly(day, local, zone), action);
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
    return new Scripted(replay::cancel);
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

  private Scripted scripted(String name, long due, int priority, long periodNanos, Task action) {
    Timer timer = engine.script(name, due, priority, periodNanos, action);
    return new Scripted(() -> engine.cancel(timer));
  }

  private Scripted calendar(String name, CalendarTrigger times, Task action) {
    CalendarScript script = new CalendarScript(engine, name, times, action);
    script.awaitNext();
    return new Scripted(script::cancel);
  }

  /**
   * Puts a line of the test's own on the recording.
   *
   * @param text the line
   */
  public void note(String text) {
    engine.note("note", text);
  }

  // What must hold while it runs.

  /**
   * Lets a condition hold at all times from now on. The run stops at the event that breaks it: see
   * {@link Check} for when conditions are read.
   *
   * @param name what it is called
   * @param condition whether all is well; an assertion that fails in it breaks it, too
   * @return the check
   */
  public Check always(String name, BooleanSupplier condition) {
    return checks.always(name, condition);
  }

  /**
   * Lets a condition hold at no time from now on: the contrary of {@link #always}.
   *
   * @param name what it is called
   * @param condition whether it has come about
   * @return the check
   */
  public Check never(String name, BooleanSupplier condition) {
    return checks.never(name, condition);
  }

  /**
   * Lets a condition hold at some time from now on. The run stops when it is too late, and the test
   * fails if it ends before that is known.
   *
   * @param name what it is called
   * @param condition whether it has come about
   * @param within elapsed time, zero or more; its very end counts
   * @return the check
   * @throws IllegalArgumentException if {@code within} is negative
   */
  public Check eventually(String name, BooleanSupplier condition, Duration within) {
    return checks.eventually(name, condition, within);
  }

  /**
   * Lets one thing come about each time after another: {@code whenever("the store is down",
   * …).then("somebody is paged", …).within(ofMinutes(5))}.
   *
   * @param cause what the first is called
   * @param condition whether the first is there
   * @return what is to follow
   */
  public Whenever whenever(String cause, BooleanSupplier condition) {
    return checks.whenever(cause, condition);
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
    engine.crashes().crash(driven);
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
    return engine.crashes().restart(build);
  }

  // What the test leaves open.

  /**
   * Makes a choice that the test leaves open: see {@link Choices}.
   *
   * @param label what is decided, in a few words that are the same in every run
   * @param bound the number of possible answers, 1 or more
   * @return the answer, from 0, the dull one, to {@code bound - 1}
   * @throws IllegalArgumentException if {@code bound} is less than 1
   */
  public long draw(String label, long bound) {
    engine.checkThread("choices");
    return engine.choices().draw(label, bound);
  }

  /**
   * Returns a random generator for the system under test, whose every number is a choice of this
   * timeline. Schedulers draw their jitter from one unless they are given another.
   *
   * @param label what it decides
   * @return the generator
   */
  public RandomGenerator random(String label) {
    return engine.choices().random(label);
  }

  /**
   * Returns the choices made so far.
   *
   * @return the choices, to which more are added as the test goes on
   */
  public Choices choices() {
    return engine.choices();
  }

  // What can be asked.

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
   * Returns what is to come, of the script and of all schedulers, in the order of due time and
   * priority.
   *
   * @return a copy
   */
  public List<PendingEvent> pending() {
    return engine.pending();
  }

  /**
   * Returns whether nothing is to come but the next rounds of recurring jobs, and no task is under
   * way.
   *
   * @return whether {@link #advanceUntilIdle} would do nothing but run what is due now
   */
  public boolean isIdle() {
    return engine.isIdle();
  }

  /**
   * Returns what has happened so far.
   *
   * @return the recording, which goes on
   */
  public Recording recording() {
    return engine.recording();
  }

  /**
   * Puts what is logged from now on, by tasks and scripts of this timeline and by the calling
   * thread, on the recording. Lines come from Logback and from {@code java.util.logging}, as far as
   * their levels let them through to the root logger; those of the scheduler itself are left out.
   * Log lines do not count for the fingerprint. Tests may do this in parallel.
   *
   * @throws IllegalStateException if neither library is there
   */
  public void recordLogs() {
    if (logs == null) {
      logs = new Logs(engine);
    }
  }

  /**
   * Returns the zone in which local times of the script are read.
   *
   * @return the zone
   */
  public ZoneId zone() {
    return zone;
  }

  // The faces of its time.

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
   * Returns the wall clock, so that it can be stepped.
   *
   * @return the wall clock
   */
  public WallClock wallClock() {
    return new WallClock(engine);
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

  // Its end.

  /**
   * Allows things to be left behind when this timeline ends.
   *
   * @param first a kind
   * @param more more of them
   */
  public void allow(Leftover first, Leftover... more) {
    leftovers.allow(first);
    for (Leftover kind : more) {
      leftovers.allow(kind);
    }
  }

  /**
   * Counts classes as the test's own code, like the test class itself: a call that their code makes
   * outside of jobs is stubbing, and not the system's. For helpers that stub with {@code
   * when(mock.call())}; {@code doReturn(…).when(mock)} and {@code verify(mock)} need no such word.
   *
   * @param types the classes; what they inherit from counts too
   */
  public void testCode(Class<?>... types) {
    for (Class<?> type : types) {
      outside.addTestClass(type);
    }
  }

  /**
   * Ends this timeline: nothing runs any more, and tasks that wait are unwound. Then reports what
   * must not pass in silence. Does nothing if it has ended.
   *
   * @throws LeftoversError if something was left behind that is not allowed to be: see {@link
   *     Leftover}
   * @throws UnstubbedCallError if all that was left behind is a call that nobody had stubbed
   * @throws AssertionError if a task does not let itself be unwound within ten seconds of real time
   */
  @Override
  public void close() {
    AssertionError error = end();
    if (error != null) {
      throw error;
    }
  }

  /** Ends this timeline, and answers what is to be reported, or null if that is nothing. */
  @Nullable AssertionError end() {
    if (ended) {
      return null;
    }
    ended = true;
    Map<Leftover, List<String>> found = leftovers.find();
    List<String> stuck = engine.stop();
    replays.forEach(Replay::close);
    engine.recorder().close();
    if (logs != null) {
      logs.close();
    }
    if (engine.wasAutomatic()) {
      LOG.debug("ended after time that moved by itself, so that no two runs need be alike");
    } else if (LOG.isDebugEnabled()) {
      LOG.debug(
          "ended after {}, with fingerprint {}",
          elapsed(),
          Long.toHexString(recording().fingerprint()));
    }
    AssertionError error =
        found.keySet().equals(Set.of(Leftover.UNSTUBBED_CALLS))
            ? UnstubbedCallError.ofAll(outside.unstubbed())
            : Leftovers.error(found, engine.whereabouts().now());
    if (stuck.isEmpty()) {
      return error;
    }
    AssertionError running =
        new AssertionError(
            "tasks are still running on "
                + stuck
                + " though their timeline has ended and what they waited for was broken off: they catch Throwable, or block in"
                + " real I/O");
    if (error != null) {
      running.addSuppressed(error);
    }
    return running;
  }

  /** Sets how far a run may go. */
  void limit(Limits limits) {
    engine.limit(limits);
  }

  Engine engine() {
    return engine;
  }

  OutsideMocks outside() {
    return outside;
  }

  Instant instant(String text) {
    return text.startsWith("P") ? start.plus(TimeText.duration(text)) : TimeText.parse(text, zone);
  }

  private static List<String> inWords(List<?> things) {
    return things.stream().map(String::valueOf).toList();
  }

  private List<String> pendingOneShots() {
    return pending().stream()
        .filter(event -> !event.recurring() && !event.due().equals(Instant.MAX))
        .map(event -> '"' + event.name() + "\", due " + event.due())
        .toList();
  }

  private long elapsedNanos() {
    return engine.time().nanoTime();
  }

  private long elapsedAfter(Duration duration) {
    return Elapsed.plus(elapsedNanos(), Elapsed.nanos(duration));
  }

  private long elapsedAt(Instant instant) {
    Duration ahead = Duration.between(now(), instant);
    if (ahead.isNegative()) {
      throw new IllegalArgumentException(
          instant + " is past: the timeline is at " + engine.whereabouts().now());
    }
    return elapsedAfter(ahead);
  }

  private String firstOfPending() {
    List<PendingEvent> pending = pending();
    return pending.isEmpty()
        ? "nothing"
        : pending.subList(0, Math.min(10, pending.size())).toString();
  }
}
