package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.PendingEvent;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.SimulatedScheduler;
import dev.timelapse.scheduler.StrandStopped;
import dev.timelapse.scheduler.Task;
import dev.timelapse.testkit.choice.Choices;
import dev.timelapse.testkit.recording.Recorder;
import dev.timelapse.testkit.recording.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Moves the time of one timeline and runs what is due. One strand runs at a time: the one that
 * holds the baton. Events run inline on the driving strand; when one of them waits, another strand
 * takes over the driving, and the baton comes back to the waiting one when its time has come.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Engine {

  /** How many events may run at one instant before that counts as a loop without end. */
  static final int MOST_EVENTS_AT_ONE_INSTANT = 1_000_000;

  final Agenda agenda = new Agenda();
  private final Choices choices;
  private final VirtualTimeSource time;
  private final Recorder recorder;
  private final Relay relay = new Relay(this);
  private final Whereabouts whereabouts;
  private final AtomicReference<@Nullable Advance> advance = new AtomicReference<>();
  private @Nullable Throwable failure;
  private long events;
  private int eventsAtInstant;

  /** Creates an engine whose time stands at its start. */
  public Engine(Instant start, Choices choices) {
    this.choices = choices;
    this.time = new VirtualTimeSource(start, this);
    this.recorder = new Recorder(start, time);
    choices.tell(recorder::chosen);
    this.whereabouts = new Whereabouts(this, time);
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

  // The script.

  /** Adds something that the test does at an elapsed time, once if the period is 0. */
  public Timer script(String name, long dueNanos, int priority, long periodNanos, Task action) {
    checkThread("script");
    Timer timer = Timer.script(name, dueNanos, priority, periodNanos, action);
    agenda.add(timer);
    return timer;
  }

  /** Takes something out of the script. Answers whether that made a difference. */
  public boolean cancel(Timer timer) {
    checkThread("script");
    return agenda.cancel(timer);
  }

  /** Puts a line on the recording. */
  public void note(String lane, String text) {
    recorder.noted(lane, text);
  }

  /** Steps the wall clock. */
  public void stepWallClock(Duration by) {
    checkThread("wall clock");
    recorder.clockStepped(by);
    time.stepBy(by);
    for (Driven driven : agenda.schedulers) {
      driven.face.wallClockStepped();
    }
  }

  // What can be asked.

  /** Returns all that is to come, in order. */
  public List<PendingEvent> pending() {
    List<PendingEvent> pending = new ArrayList<>();
    for (Timer timer : agenda.timersInOrder()) {
      pending.add(new PendingEvent(timer.name, instantAt(timer.due), timer.priority));
    }
    for (Driven driven : agenda.schedulers) {
      if (!driven.scheduler.isClosed()) {
        pending.addAll(driven.scheduler.pending());
      }
    }
    pending.sort(Comparator.comparing(PendingEvent::due).thenComparing(PendingEvent::priority));
    return List.copyOf(pending);
  }

  /** Answers whether nothing is to come but the next rounds of recurring things. */
  public boolean isIdle() {
    return !agenda.hasForeground();
  }

  /** Returns the elapsed time of what is due next, or {@link Long#MAX_VALUE} if nothing is. */
  public long nextDue() {
    agenda.findNext();
    return agenda.nextDue;
  }

  /**
   * Answers whether the calling thread is one of this timeline's own, so that what it waits for is
   * virtual time.
   */
  public boolean isOnStrand() {
    return Relay.strandOf(this) != null;
  }

  /**
   * Refuses what a thread that is not of this timeline asks for while time is advanced: where it
   * would fall on the timeline would be left to chance.
   */
  public void checkThread(String what) {
    if (advance.get() != null && !isOnStrand()) {
      throw new IllegalStateException(
          "thread \""
              + Thread.currentThread().getName()
              + "\" is not of this timeline and touches its "
              + what
              + " while time is advanced, so that no two runs would be alike: do it from a job, from the script or from the"
              + " test, between two advances");
    }
  }

  /** Takes over the driving of a scheduler. */
  void adopt(Scheduler scheduler, SimulatedScheduler face) {
    int number = agenda.schedulers.size() + 1;
    String lane = number == 1 ? "scheduler" : "scheduler " + number;
    agenda.schedulers.add(new Driven(scheduler, face));
    scheduler.addListener(new FiringRecorder(this, lane));
  }

  /**
   * Ends the timeline: nothing runs any more, and tasks that wait are unwound. Answers the names of
   * the threads of tasks that did not let themselves be unwound in time.
   */
  public List<String> stop() {
    return relay.stop();
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
    if (relay.isStopped()) {
      throw new IllegalStateException(
          "this timeline has ended with its test, and its time moves no more");
    }
    if (!advance.compareAndSet(null, request)) {
      throw new IllegalStateException(
          "another thread is advancing this timeline: advance it from the test's thread only");
    }
    long before = events;
    relay.start();
    request.baton.await(() -> interrupt(request));
    rethrow(request);
    return events - before;
  }

  /** Lets the calling thread go on only when the given time has passed. */
  public void sleep(long nanos) {
    long due = time.nanoTime() + Math.max(0, nanos);
    Strand me = Relay.strandOf(this);
    if (me == null) {
      run(Advance.to(due < 0 ? Long.MAX_VALUE : due));
    } else {
      sleepOnStrand(me, due < 0 ? Long.MAX_VALUE : due);
    }
  }

  private void sleepOnStrand(Strand me, long due) {
    relay.checkStopped();
    Timer wakeUp = Timer.wakeUp("sleep", due, me.baton);
    agenda.add(wakeUp);
    agenda.findNext();
    Advance request = advance.get();
    if (agenda.nextTimer == wakeUp && request != null && request.allows(due)) {
      agenda.take(wakeUp);
      moveTo(due);
      return;
    }
    relay.handOver(me);
  }

  /** Drives until the timeline ends; called by a strand that holds the baton. */
  void drive(Strand me) {
    try {
      while (!relay.isStopped()) {
        Baton next = step();
        if (next != null) {
          relay.passAndPark(me, next);
        }
      }
    } catch (StrandStopped e) {
      // The timeline has ended while a task was waiting on this strand.
    }
  }

  /** Runs the next event. Answers who gets the baton, if the caller may not keep it. */
  private @Nullable Baton step() {
    Advance request = Objects.requireNonNull(advance.get(), "driving, but nobody asked for it");
    try {
      agenda.findNext();
      if (failure != null || request.isOver(agenda, time.nanoTime())) {
        moveTo(failure != null ? time.nanoTime() : request.end(time.nanoTime()));
        advance.set(null);
        return request.baton;
      }
      moveTo(agenda.nextDue);
      if (agenda.nextTimer != null) {
        return run(agenda.nextTimer);
      }
      run(Objects.requireNonNull(agenda.nextScheduler, "something is due, but of nobody"));
    } catch (StrandStopped e) {
      throw e;
    } catch (Throwable e) {
      // Whatever it is, it must reach the test, which waits for this strand.
      fail(e);
    }
    return null;
  }

  private @Nullable Baton run(Timer timer) {
    agenda.take(timer);
    if (timer.waiter != null) {
      return timer.waiter;
    }
    if (timer.periodNanos > 0) {
      timer.due += timer.periodNanos;
      agenda.add(timer);
    }
    whereabouts.setActivity(timer.name, false);
    long action = recorder.actionStarted(timer.name);
    try {
      count();
      timer.run();
      recorder.actionEnded(action, null);
    } catch (Exception | AssertionError e) {
      recorder.actionEnded(action, e);
      fail(whereabouts.locate(e));
    } finally {
      whereabouts.setActivity(null, false);
    }
    return null;
  }

  private void run(Driven driven) {
    driven.busy = true;
    try {
      if (driven.face.runNext()) {
        count();
      }
    } finally {
      // An interrupt was meant for the task that has ended, not for the next one on this thread.
      Thread.interrupted();
      driven.busy = false;
      whereabouts.setActivity(null, false);
    }
  }

  /** Lets the test fail with this as soon as the running event has ended. */
  void fail(Throwable cause) {
    if (failure == null) {
      failure = cause;
    } else if (failure != cause) {
      failure.addSuppressed(cause);
    }
  }

  private void count() {
    events++;
    if (++eventsAtInstant > MOST_EVENTS_AT_ONE_INSTANT) {
      throw new AssertionError(
          "more than "
              + MOST_EVENTS_AT_ONE_INSTANT
              + " events ran at "
              + whereabouts.now()
              + " and time does not move; the last"
              + " was "
              + whereabouts.activity()
              + ". Does something schedule itself again without a delay? The end of the recording:\n"
              + recording().lastPage(10));
    }
  }

  private void interrupt(Advance request) {
    request.interrupt();
    relay.interrupt();
  }

  private void rethrow(Advance request) {
    Throwable cause = failure;
    failure = null;
    if (request.isInterrupted()) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "the test's thread was interrupted while time was advanced, at " + whereabouts.now(),
          cause);
    }
    if (cause instanceof RuntimeException e) {
      throw e;
    } else if (cause instanceof Error e) {
      throw e;
    } else if (cause != null) {
      throw new AssertionError(cause);
    }
  }

  private void moveTo(long elapsed) {
    if (elapsed > time.nanoTime()) {
      time.moveTo(elapsed);
      eventsAtInstant = 0;
    }
  }

  private Instant instantAt(long due) {
    return time.instant().plusNanos(due - time.nanoTime());
  }
}
