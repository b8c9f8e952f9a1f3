package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.PendingEvent;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.SimulatedScheduler;
import dev.timelapse.scheduler.Task;
import dev.timelapse.testkit.choice.Choices;
import dev.timelapse.testkit.recording.Recorder;
import dev.timelapse.testkit.recording.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Moves the time of one timeline and runs what is due. One strand runs at a time: the one that
 * holds the baton. Events run inline on the driving strand; when one of them waits, another strand
 * takes over the driving, and the baton comes back to the waiting one when its time has come.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Engine {

  final Agenda agenda = new Agenda();
  final Bounds bounds = new Bounds(this);
  final Gate gate = new Gate(this);
  final Holds holds = new Holds(this, gate);
  final Relay relay;
  private final Choices choices;
  private final VirtualTimeSource time;
  private final Recorder recorder;
  private final Whereabouts whereabouts;
  private final Interrupts interrupts;
  private final Waiting waits;
  private final Driving driving;
  private final AutomaticTime automaticTime;
  private final PlainStrands plainStrands = new PlainStrands(this);
  private final Crashes crashes = new Crashes(this);
  private @Nullable Watch watch;

  /** Creates an engine whose time stands at its start. */
  public Engine(Instant start, Choices choices) {
    this(start, choices, Threads.best());
  }

  Engine(Instant start, Choices choices, Threads threads) {
    this.choices = choices;
    this.relay = new Relay(this, threads);
    this.time = new VirtualTimeSource(start, this);
    this.recorder = new Recorder(start, time, gate.readers());
    choices.tell(
        new Choices.Listener() {
          @Override
          public void enter() {
            Engine.this.enter("choices");
          }

          @Override
          public void chosen(String label, long bound, long value) {
            recorder.chosen(label, bound, value);
          }

          @Override
          public void leave() {
            Engine.this.leave();
          }
        });
    this.whereabouts = new Whereabouts(this, time);
    this.interrupts = new Interrupts(this, gate);
    this.waits = new Waiting(this, gate);
    this.driving = new Driving(this, gate, waits, interrupts);
    this.automaticTime = new AutomaticTime(this, gate);
  }

  Interrupts interrupts() {
    return interrupts;
  }

  Waiting waits() {
    return waits;
  }

  Driving driving() {
    return driving;
  }

  AutomaticTime automaticTime() {
    return automaticTime;
  }

  /** Returns the time source. */
  public VirtualTimeSource time() {
    return time;
  }

  /** Returns what the run leaves open, and how it was decided. */
  public Choices choices() {
    return choices;
  }

  /** Returns what tells where a thread is. */
  public Whereabouts whereabouts() {
    return whereabouts;
  }

  /** Returns what happened so far. */
  public Recording recording() {
    return recorder.recording();
  }

  /** Returns what is told of all that happens. */
  public Recorder recorder() {
    return recorder;
  }

  // Who may touch the timeline.

  /**
   * Lets the calling thread touch what belongs to the timeline, such as the queue of something that
   * is {@link Driven}, until it calls {@link #leave}. A strand holds the baton and may anyway; any
   * other thread may while the baton is at home.
   *
   * @throws IllegalStateException if the calling thread is not of this timeline and time is being
   *     advanced: where it would fall on the timeline would be left to chance
   */
  public void enter(String what) {
    gate.enter(what);
  }

  /** Ends what {@link #enter} began. */
  public void leave() {
    gate.leave();
  }

  /** Refuses what {@link #enter} refuses. */
  public void checkThread(String what) {
    enter(what);
    leave();
  }

  /** Unwinds the calling strand if what runs on it has ended: the timeline, or by a crash. */
  public void checkAlive() {
    Strand me = Strand.current(this);
    if (me != null) {
      relay.checkAlive(me);
    }
  }

  /**
   * Answers whether the calling thread is one of this timeline's own, so that what it waits for is
   * virtual time.
   */
  public boolean isOnStrand() {
    return Strand.current(this) != null;
  }

  // The script.

  /** Adds something that the test does at an elapsed time, once if the period is 0. */
  public Timer script(String name, long dueNanos, int priority, long periodNanos, Task action) {
    return add(Timer.script(name, dueNanos, null, priority, periodNanos, action));
  }

  /**
   * Adds something that the test does when the wall clock shows an instant, whatever is done to
   * that meanwhile.
   */
  public Timer scriptAt(String name, Instant instant, int priority, long periodNanos, Task action) {
    long due = Agenda.dueAt(instant, time);
    return add(Timer.script(name, due, instant, priority, periodNanos, action));
  }

  private Timer add(Timer timer) {
    enter("script");
    try {
      agenda.add(timer);
      return timer;
    } finally {
      leave();
    }
  }

  /** Takes something out of the script. Answers whether that made a difference. */
  public boolean cancel(Timer timer) {
    enter("script");
    try {
      return agenda.cancel(timer);
    } finally {
      leave();
    }
  }

  /** Puts a line on the recording. */
  public void note(String lane, String text) {
    enter("recording");
    try {
      recorder.noted(lane, text);
    } finally {
      leave();
    }
  }

  /** Steps the wall clock. */
  public void stepWallClock(Duration by) {
    Objects.requireNonNull(by, "step");
    enter("wall clock");
    try {
      recorder.clockStepped(by);
      time.stepBy(by);
      tellOfWallClock(by);
    } finally {
      leave();
    }
  }

  /** Lets the wall clock go on at another rate. */
  public void driftWallClock(Duration gain, Duration per) {
    Rate rate = Rate.of(gain, per);
    enter("wall clock");
    try {
      recorder.clockDrifts(gain, per);
      time.drift(rate);
      tellOfWallClock(Duration.ZERO);
    } finally {
      leave();
    }
  }

  private void tellOfWallClock(Duration step) {
    agenda.wallClockSet(time);
    for (Driven driven : agenda.driven) {
      driven.wallClockSet(step);
    }
  }

  // What can be asked.

  /** Returns all that is to come, in order. */
  public List<PendingEvent> pending() {
    return ask("events to come", () -> agenda.pending(time));
  }

  /** Answers whether nothing is to come but the next rounds of recurring things. */
  public boolean isIdle() {
    return ask("events to come", () -> relay.waiting().isEmpty() && !agenda.hasForeground());
  }

  /** Returns what each strand that waits says of itself, one a text of some lines. */
  public List<String> waiting() {
    return ask("strands", () -> Standstill.waiting(this));
  }

  private <T> T ask(String what, Supplier<T> question) {
    enter(what);
    try {
      return question.get();
    } finally {
      leave();
    }
  }

  /** Returns who holds time, with the reason and where. */
  public List<Held> held() {
    return holds.list();
  }

  /** Returns what plain strands failed with that nobody has asked for. */
  public List<String> unseenFailures() {
    return ask("strands", plainStrands::unseenFailures);
  }

  /** Returns the elapsed time of what is due next, or {@link Elapsed#NEVER} if nothing is. */
  public long nextDue() {
    return ask(
        "events to come",
        () -> {
          agenda.findNext();
          return agenda.nextDue;
        });
  }

  // What stands on the timeline.

  /** Returns the next number of the timeline's one insertion order. */
  public long nextSequence() {
    return agenda.nextSequence();
  }

  /** Takes over the driving of something that has a queue of its own. */
  public void adopt(Driven driven) {
    agenda.driven.removeIf(Driven::isClosed);
    agenda.driven.add(driven);
  }

  /** Sets how far the run may go. */
  public void limit(Limits limits) {
    bounds.set(limits);
  }

  /** Returns the elapsed time beyond which the run may not go. */
  public long horizonNanos() {
    return bounds.horizonNanos();
  }

  /** Lets time stand still until that is released; any thread may. */
  public Held hold(String reason) {
    return holds.take(reason);
  }

  /** Starts a strand of the test's own: it runs when time is next advanced. */
  public <T extends @Nullable Object> Future<T> strand(String name, Callable<T> task) {
    return plainStrands.start(name, task);
  }

  /** Returns what ends parts of the system like a killed process, and builds them anew. */
  public Crashes crashes() {
    return crashes;
  }

  /** Drives something no more. Answers whether it did. */
  public boolean release(Driven driven) {
    return agenda.driven.remove(driven);
  }

  /** Takes over the driving of a scheduler. */
  void adopt(Scheduler scheduler, SimulatedScheduler face) {
    enter("schedulers");
    try {
      String lane = crashes.laneOfScheduler();
      adopt(new DrivenScheduler(lane, scheduler, face));
      scheduler.addListener(new FiringRecorder(this, lane));
    } finally {
      leave();
    }
  }

  /**
   * Breaks off an advance that another thread has begun and nobody waits for any more: that of a
   * test that took too long.
   *
   * @throws IllegalStateException if the calling thread is one of the timeline's own, or if what
   *     runs does not end
   */
  public void breakOff() {
    if (isOnStrand()) {
      throw new IllegalStateException(
          whereabouts.activity() + " ends its own timeline, but only the test may");
    }
    driving.breakOff();
  }

  /**
   * Ends the timeline: nothing runs any more, and tasks that wait are unwound. Answers the names of
   * the threads of tasks that did not let themselves be unwound in time.
   */
  public List<String> stop() {
    Clockwork clockwork = automaticTime.clockwork();
    if (clockwork != null) {
      clockwork.end();
      return relay.stop();
    }
    gate.lock();
    try {
      return relay.stop();
    } finally {
      gate.unlock();
    }
  }

  // Moving time.

  /**
   * Lets time pass as asked, on the timeline's strands, while the calling thread waits.
   *
   * @return how many events ran
   */
  public long run(Advance request) {
    if (isOnStrand()) {
      throw new IllegalStateException(
          "a task or a script action asked for time to be advanced, but only the test may: sleep(…) waits for time to"
              + " pass, after(…) schedules what is to happen then");
    }
    driving.run(request);
    if (request.baton.takeInterrupt()) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "the test's thread was interrupted while time was advanced, at " + whereabouts.now(),
          request.failure);
    }
    rethrow(request.failure);
    return request.ran;
  }

  /**
   * Answers whether time has ever moved by itself, so that another run may differ from this one.
   */
  public boolean wasAutomatic() {
    return automaticTime.wasOn();
  }

  /**
   * Lets time move by itself from now on: see {@link Clockwork}.
   *
   * @param blockedCountsAsWaiting whether time moves while a strand is blocked for real, rather
   *     than stands still as for real I/O
   */
  public void automatic(boolean blockedCountsAsWaiting) {
    automaticTime.on(blockedCountsAsWaiting);
  }

  /** Lets time move only when it is asked to; fails with what failed meanwhile. */
  public void explicit() {
    automaticTime.off();
  }

  /** Answers whether time moves by itself. */
  public boolean isAutomatic() {
    return gate.isAutomatic();
  }

  /** Returns how many threads that are no strands wait on the timeline in automatic time. */
  public int guestsWaiting() {
    gate.lock();
    try {
      return automaticTime.guests().waiting();
    } finally {
      gate.unlock();
    }
  }

  /**
   * Makes a wait for the calling thread.
   *
   * @param what what it waits for, in words that fit after "waits for"
   */
  public Wait newWait(String what) {
    return new Wait(this, what);
  }

  /**
   * Lets the calling thread go on only when the given time has passed. In the test it is an
   * advance; elsewhere an interrupt ends it with an {@link InterruptedException}, though it is not
   * declared.
   */
  public void sleep(long nanos) {
    long due = time.after(nanos);
    if (!isOnStrand() && !gate.isAutomatic()) {
      run(Advance.to(due));
      return;
    }
    try {
      newWait("sleep").await(due);
    } catch (InterruptedException e) {
      throw sneaky(e);
    }
  }

  /**
   * Lets the test fail with this as soon as the running event has ended: for assertions that failed
   * in a task.
   */
  public void fail(Throwable cause) {
    driving.fail(cause);
  }

  /** Lets someone look at the run between its events. */
  public void watch(Watch who) {
    watch = who;
  }

  @Nullable Watch watch() {
    return watch;
  }

  static void rethrow(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException e) {
      throw e;
    } else if (cause instanceof Error e) {
      throw e;
    } else if (cause != null) {
      throw new AssertionError(cause);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
    throw (T) failure;
  }
}
