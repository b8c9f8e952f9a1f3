package dev.timelapse.testkit;

import dev.timelapse.scheduler.PendingEvent;
import dev.timelapse.scheduler.Task;
import dev.timelapse.testkit.choice.Choices;
import dev.timelapse.testkit.engine.Advance;
import dev.timelapse.testkit.engine.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** How time moves: asked for by the test, by what waits, or by itself. */
abstract sealed class TimelineMoves extends TimelineFaces permits TimelineScript {

  /** How many events to come, and how many tasks that wait, a failure tells of. */
  private static final int MOST_TOLD = 10;

  TimelineMoves(Instant start, ZoneId zone, Choices choices) {
    super(start, zone, choices);
  }

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
    return engine.run(Advance.to(elapsedAfter(duration)));
  }

  /**
   * Lets time pass until the wall clock shows an instant, if nothing is done to it on the way, and
   * runs everything that is due until then, including at that instant.
   *
   * @param instant the instant, not before now
   * @return how many events ran
   * @throws IllegalArgumentException if {@code instant} is past
   */
  public long advanceTo(Instant instant) {
    requireNotPast(instant);
    return engine.run(Advance.to(Math.max(elapsedNanos(), elapsedAt(instant))));
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
    long due = engine.outlook().nextDue();
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
              + whatIsLeft());
    }
    return ran;
  }

  /**
   * Lets time pass until a condition holds. It is looked at now and after each event.
   *
   * @param condition what to wait for; called on a strand of the timeline, while nothing else runs
   * @param atMost how long to wait in elapsed time; zero or more
   * @return how many events ran
   * @throws IllegalArgumentException if {@code atMost} is negative
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
              + whatIsLeft());
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
   * Waits until the wall clock shows an instant, if nothing is done to it meanwhile: see {@link
   * #sleep}. One that is past does not wait.
   *
   * @param instant the instant
   */
  public void sleepUntil(Instant instant) {
    sleep(Duration.ofNanos(elapsedAt(instant) - elapsedNanos()));
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
    return engine.plainStrands().start(name, task);
  }

  /**
   * Starts a strand of the test's own: see {@link #strand(String, Callable)}.
   *
   * @param name what reports call it
   * @param task what it does
   * @return its end, for which any strand and the test can wait in virtual time
   */
  public Future<@Nullable Void> strand(String name, Task task) {
    return engine
        .plainStrands()
        .start(
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
   * time, for it may be blocked by real I/O; {@link #automaticWhileBlocked} is for those that are
   * blocked by something else.
   *
   * <p>When nothing is due and somebody waits for ten seconds of real time, that is reported: to a
   * thread that waits on the timeline as its failure, and in the log, since one that is blocked for
   * real cannot be told.
   *
   * @throws IllegalStateException if called from a task or a script action
   */
  public void automatic() {
    engine.automaticTime().on(false);
  }

  /**
   * Lets time move by itself, as {@link #automatic} does, and also while strands are blocked for
   * real: for code whose tasks wait for real latches, queues or monitors that something later on
   * the timeline lets go, such as JSR-166's tests of executors. Time still stands still for the
   * JDK's own I/O: sockets and channels, the end of a process, its HTTP client. An answer that a
   * thread unknown to the timeline is to bring is not told apart from a latch, and needs a {@link
   * #hold}.
   *
   * @throws IllegalStateException if called from a task or a script action
   */
  public void automaticWhileBlocked() {
    engine.automaticTime().on(true);
  }

  /**
   * Lets time move only when it is asked to, as at the start. Tasks that run come to their end or
   * their next wait before, those in the JDK's own I/O too.
   *
   * @throws AssertionError if an assertion failed in a task meanwhile, or anything in the script
   * @throws IllegalStateException if a task stays blocked for real, or runs for ten seconds of real
   *     time; then time goes on to move by itself, so that the test may release it and call again
   */
  public void explicit() {
    engine.automaticTime().off();
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
    return new Hold(engine.holds().take(reason));
  }

  /**
   * Returns what is to come, of the script and of all schedulers, in the order of due time and
   * priority.
   *
   * @return a copy
   */
  public List<PendingEvent> pending() {
    return engine.outlook().pending();
  }

  /**
   * Returns whether nothing is to come but the next rounds of recurring jobs, and no task is under
   * way.
   *
   * @return whether {@link #advanceUntilIdle} would do nothing but run what is due now
   */
  public boolean isIdle() {
    return engine.outlook().isIdle();
  }

  /** Tells the first events to come, and the first tasks that wait. */
  private String whatIsLeft() {
    List<PendingEvent> pending = pending();
    StringBuilder left =
        new StringBuilder(pending.isEmpty() ? "nothing" : firstOf(pending).toString());
    for (String waiting : firstOf(engine.outlook().waiting())) {
      left.append("\n  ").append(waiting);
    }
    return left.toString();
  }

  private static <T> List<T> firstOf(List<T> list) {
    return list.subList(0, Math.min(MOST_TOLD, list.size()));
  }
}
