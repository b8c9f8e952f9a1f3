package dev.timelapse.testkit;

import dev.timelapse.testkit.check.Check;
import dev.timelapse.testkit.check.Checks;
import dev.timelapse.testkit.check.Whenever;
import dev.timelapse.testkit.choice.Choices;
import dev.timelapse.testkit.engine.Limits;
import dev.timelapse.testkit.history.Replay;
import dev.timelapse.testkit.log.Logs;
import dev.timelapse.testkit.outside.UnstubbedCallError;
import dev.timelapse.testkit.recording.Recording;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
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
 * the test's own thread; tasks and script actions may call all others. A thread that the timeline
 * does not know may read its time, hold it, and use its executors and futures whenever it likes;
 * only where that falls on the timeline, in the middle of an advance, is left to chance. Everything
 * else, on the timeline and on its recording, it may do between two advances, and while it holds
 * time and the advance waits for that; at other times it is refused with an {@link
 * IllegalStateException}. No more than one thread can let time pass or wait for what is on the
 * timeline; strands, of which there may be many, are for that.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Timeline extends TimelineScript implements AutoCloseable {

  /** The instant at which a timeline starts unless told otherwise. */
  public static final String DEFAULT_START = "2026-01-01T00:00:00Z";

  private static final Logger LOG = LoggerFactory.getLogger(Timeline.class);

  private static final StackWalker CALLER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private final Leftovers leftovers = new Leftovers();
  private final Checks checks;
  private boolean ended;
  private @Nullable Logs logs;

  private Timeline(Instant start, ZoneId zone, Choices choices, Class<?> test) {
    super(start, zone, choices);
    this.checks = new Checks(engine);
    outside.addTestClass(test);
    leftovers.ask(Leftover.HELD_TIME, () -> inWords(engine.holds().list()));
    leftovers.ask(Leftover.UNSEEN_FAILURES, engine.plainStrands()::unseenFailures);
    leftovers.ask(Leftover.PENDING_ONE_SHOTS, this::pendingOneShots);
    leftovers.ask(Leftover.WAITING_TASKS, engine.outlook()::waiting);
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

  // What can be told.

  /**
   * Returns what has happened so far.
   *
   * @return the recording, which goes on
   */
  public Recording recording() {
    return engine.recorder().recording();
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
    engine.enter("recording");
    try {
      if (logs == null) {
        logs = new Logs(engine);
      }
    } finally {
      engine.leave();
    }
  }

  /**
   * Puts a line of the test's own on the recording.
   *
   * @param text the line
   */
  public void note(String text) {
    engine.note("note", text);
  }

  // Its end.

  /**
   * Allows things to be left behind when this timeline ends.
   *
   * @param first a kind
   * @param more more of them
   */
  public void allow(Leftover first, Leftover... more) {
    engine.enter("settings");
    try {
      leftovers.allow(first);
      for (Leftover kind : more) {
        leftovers.allow(kind);
      }
    } finally {
      engine.leave();
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
   * @throws AssertionError if a task does not let itself be unwound within ten seconds of real
   *     time, or if an assertion failed while time moved by itself and nobody was told
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
    engine.breakOff();
    ended = true;
    Map<Leftover, List<String>> found = leftovers.find();
    List<String> stuck = engine.stop();
    replays.forEach(Replay::close);
    engine.recorder().close();
    if (logs != null) {
      logs.close();
    }
    if (engine.dependsOnRealTime()) {
      LOG.debug("ended after a run that depends on real time, so that no two need be alike");
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
    Throwable unseen = engine.automaticTime().takeFailure();
    if (unseen != null) {
      AssertionError told =
          unseen instanceof AssertionError said ? said : new AssertionError(unseen);
      if (error != null) {
        told.addSuppressed(error);
      }
      error = told;
    }
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

  private static List<String> inWords(List<?> things) {
    return things.stream().map(String::valueOf).toList();
  }

  private List<String> pendingOneShots() {
    return pending().stream()
        .filter(event -> !event.recurring() && !event.due().equals(Instant.MAX))
        .map(event -> '"' + event.name() + "\", due " + event.due())
        .toList();
  }
}
