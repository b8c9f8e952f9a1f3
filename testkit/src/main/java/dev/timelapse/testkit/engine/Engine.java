package dev.timelapse.testkit.engine;

import dev.timelapse.testkit.choice.Choices;
import dev.timelapse.testkit.recording.Recorder;
import java.time.Instant;
import java.util.List;
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
  private final Requests requests;
  private final AutomaticTime automaticTime;
  private final Outlook outlook;
  private final Script script = new Script(this);
  private final PlainStrands plainStrands = new PlainStrands(this);
  private final Components components = new Components(this);
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
    this.requests = new Requests(this, gate);
    this.automaticTime = new AutomaticTime(this, gate);
    this.outlook = new Outlook(this);
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

  Requests requests() {
    return requests;
  }

  /** Returns what lets time move by itself. */
  public AutomaticTime automaticTime() {
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

  /** Returns what is told of all that happens. */
  public Recorder recorder() {
    return recorder;
  }

  /** Returns what the test does when its time has come. */
  public Script script() {
    return script;
  }

  /** Returns what tells what is to come. */
  public Outlook outlook() {
    return outlook;
  }

  /** Returns who wants time to stand still. */
  public Holds holds() {
    return holds;
  }

  /** Returns the strands of the test's own. */
  public PlainStrands plainStrands() {
    return plainStrands;
  }

  /** Returns the schedulers and executors that stand on the timeline. */
  public Components components() {
    return components;
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

  // How far it goes, and how it ends.

  /** Sets how far the run may go. */
  public void limit(Limits limits) {
    bounds.set(limits);
  }

  /** Returns the elapsed time beyond which the run may not go. */
  public long horizonNanos() {
    return bounds.horizonNanos();
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
    requests.breakOff();
  }

  /**
   * Answers whether another run may differ from this one, because time has moved by itself or an
   * advance was broken off.
   */
  public boolean dependsOnRealTime() {
    return automaticTime.wasOn() || requests.wasBrokenOff();
  }

  /**
   * Ends the timeline: nothing runs any more, and tasks that wait are unwound. Answers the names of
   * the threads of tasks that did not let themselves be unwound in time.
   */
  public List<String> stop() {
    if (gate.isAutomatic()) {
      return automaticTime.stop();
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
    requests.run(request);
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

  /** Throws what the caller does not declare. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
    throw (T) failure;
  }
}
