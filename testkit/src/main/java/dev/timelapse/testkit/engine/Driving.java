package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.StrandStopped;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who goes on next, and until when. The strand that holds the baton decides: it runs the next event
 * itself, or passes the baton to the strand whose wait is over, or to the test when time has passed
 * as asked. A strand that waits decides in the same way, but has a spare one run events.
 */
final class Driving {

  private final Engine engine;
  private final Agenda agenda;
  private final VirtualTimeSource time;
  private final Relay relay;

  /** Held by a thread that is no strand while it touches the timeline between two advances. */
  private final ReentrantLock gate = new ReentrantLock();

  /** What the test asked for; null while the baton is at home. Set with the gate held. */
  private volatile @Nullable Advance advance;

  /** What other threads ended in the middle of an advance. */
  private final Queue<Wait> wokenByOthers = new ConcurrentLinkedQueue<>();

  private final Queue<Strand> interruptedByOthers = new ConcurrentLinkedQueue<>();

  private @Nullable Throwable failure;
  private long events;
  private long eventsBefore;

  Driving(Engine engine) {
    this.engine = engine;
    this.agenda = engine.agenda;
    this.time = engine.time();
    this.relay = engine.relay;
  }

  // What a thread that is no strand does.

  /** Lets the calling thread touch the timeline, or tells it why not. */
  void enter(String what) {
    if (Strand.current(engine) == null) {
      gate.lock();
      if (advance != null) {
        gate.unlock();
        throw new IllegalStateException(
            "thread \""
                + Thread.currentThread().getName()
                + "\" is not of this timeline and touches its "
                + what
                + " while time is advanced, so that no two runs would be alike: do it from a job, from the script or from"
                + " the test, between two advances");
      }
    }
  }

  void leave() {
    if (Strand.current(engine) == null) {
      gate.unlock();
    }
  }

  /** Lets time pass as asked, on the timeline's strands, while the calling thread waits. */
  void run(Advance request) {
    gate.lock();
    try {
      if (relay.isStopped()) {
        throw new IllegalStateException(
            "this timeline has ended with its test, and its time moves no more");
      }
      if (advance != null) {
        throw new IllegalStateException(
            "another thread is advancing this timeline: advance it from the test's thread only");
      }
      advance = request;
      eventsBefore = events;
      relay.start();
    } finally {
      gate.unlock();
    }
    request.baton.await(relay::interrupt);
  }

  // Waiting.

  boolean await(Wait wait, long until) throws InterruptedException {
    if (wait.isWoken()) {
      return true;
    }
    Strand me = Strand.current(engine);
    if (me == null) {
      return awaitInTest(wait, until);
    }
    relay.checkStopped();
    if (me.baton.takeInterrupt()) {
      throw new InterruptedException(interrupted(wait));
    }
    if (until <= time.nanoTime()) {
      return false;
    }
    wait.begin(me, null, time.nanoTime());
    if (until != Elapsed.NEVER) {
      agenda.requeue(wait.timer, until);
    }
    me.waiting = wait;
    agenda.waits++;
    try {
      handOver(me);
    } finally {
      agenda.waits--;
      me.waiting = null;
    }
    boolean interrupted = me.baton.takeInterrupt();
    if (wait.isInterrupted()) {
      throw new InterruptedException(interrupted(wait));
    }
    if (interrupted) {
      me.thread().interrupt();
    }
    return wait.isWoken();
  }

  private boolean awaitInTest(Wait wait, long until) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException(interrupted(wait));
    }
    if (until <= time.nanoTime()) {
      return false;
    }
    Advance request = Advance.until(wait, until);
    wait.begin(null, request, time.nanoTime());
    run(request);
    wait.expire();
    if (request.baton.takeInterrupt()) {
      InterruptedException e = new InterruptedException(interrupted(wait));
      if (request.failure != null) {
        e.addSuppressed(request.failure);
      }
      throw e;
    }
    Engine.rethrow(request.failure);
    return wait.isWoken();
  }

  private String interrupted(Wait wait) {
    return "interrupted while waiting for "
        + wait.what()
        + ", at "
        + engine.whereabouts().now()
        + ", in "
        + engine.whereabouts().activity();
  }

  /** Lets others go on until the wait of this strand is over. */
  private void handOver(Strand me) {
    Advance request = Objects.requireNonNull(advance, "a strand runs, but nobody asked for it");
    Baton next = null;
    try {
      // The test's own conditions are looked at by one who drives, not in the middle of a task.
      next = request.hasCondition() || engine.watch() != null ? null : next(request);
    } catch (Throwable e) {
      fail(e);
    }
    if (next != me.baton) {
      relay.passAndAwait(me, next);
    }
  }

  void wake(Wait wait) {
    if (Strand.current(engine) != null) {
      wakeNow(wait, false);
      return;
    }
    gate.lock();
    try {
      if (advance == null) {
        wakeNow(wait, false);
      } else {
        wokenByOthers.add(wait);
      }
    } finally {
      gate.unlock();
    }
  }

  /** Takes note that a strand's thread was interrupted, by whichever thread calls. */
  void interrupted(Strand strand) {
    if (Strand.current(engine) != null) {
      interruptNow(strand);
      return;
    }
    gate.lock();
    try {
      if (advance == null) {
        interruptNow(strand);
      } else {
        interruptedByOthers.add(strand);
      }
    } finally {
      gate.unlock();
    }
  }

  private void interruptNow(Strand strand) {
    if (strand.waiting != null && strand.baton.isInterrupted()) {
      wakeNow(strand.waiting, true);
    }
  }

  private void wakeNow(Wait wait, boolean byInterrupt) {
    if (wait.end(byInterrupt)) {
      agenda.requeue(wait.timer, time.nanoTime());
    }
  }

  // Driving.

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
    try {
      Baton next = next(Objects.requireNonNull(advance, "driving, but nobody asked for it"));
      if (next != null) {
        return next;
      }
      engine.moveTo(agenda.nextDue);
      if (agenda.nextTimer != null) {
        run(agenda.nextTimer);
      } else {
        run(Objects.requireNonNull(agenda.nextDriven, "something is due, but of nobody"));
      }
    } catch (StrandStopped e) {
      throw e;
    } catch (Throwable e) {
      // Whatever it is, it must reach the test, which waits for this strand.
      fail(e);
    }
    return null;
  }

  /** Finds who gets the baton; null if the next thing to do is to run an event. */
  private @Nullable Baton next(Advance request) {
    takeWordFromOthers();
    Watch watch = engine.watch();
    if (watch != null && failure == null) {
      watch.look();
    }
    agenda.findNext();
    if (agenda.nextDue == Elapsed.NEVER && failure == null && request.isStuck(agenda)) {
      fail(Standstill.deadlock(engine, request));
    }
    if (failure != null || request.isOver(agenda, time.nanoTime())) {
      engine.moveTo(failure != null ? time.nanoTime() : request.end(time.nanoTime()));
      return finish(request);
    }
    Timer timer = agenda.nextTimer;
    if (timer == null || timer.wait == null) {
      return null;
    }
    engine.moveTo(timer.due);
    agenda.remove(timer);
    timer.wait.expire();
    if (timer.wait.isOfTest()) {
      request.meet();
      return finish(request);
    }
    return Objects.requireNonNull(timer.wait.strand(), "a wait is over, but of nobody").baton;
  }

  private Baton finish(Advance request) {
    request.failure = failure;
    request.ran = events - eventsBefore;
    failure = null;
    advance = null;
    return request.baton;
  }

  private void takeWordFromOthers() {
    Wait wait;
    while (!wokenByOthers.isEmpty() && (wait = wokenByOthers.poll()) != null) {
      wakeNow(wait, false);
    }
    Strand strand;
    while (!interruptedByOthers.isEmpty() && (strand = interruptedByOthers.poll()) != null) {
      interruptNow(strand);
    }
  }

  private void run(Timer timer) {
    agenda.remove(timer);
    if (timer.periodNanos > 0) {
      timer.due += timer.periodNanos;
      agenda.add(timer);
    }
    engine.whereabouts().setActivity(timer.name, false);
    long action = engine.recorder().actionStarted(timer.name);
    try {
      count();
      timer.run();
      engine.recorder().actionEnded(action, null);
    } catch (Exception | AssertionError e) {
      engine.recorder().actionEnded(action, e);
      fail(engine.whereabouts().locate(e));
    } finally {
      eventEnded();
    }
  }

  private void run(Driven driven) {
    try {
      if (driven.runNext()) {
        count();
      }
    } finally {
      eventEnded();
    }
  }

  private void eventEnded() {
    // An interrupt was meant for the task that has ended, not for the next one on this thread.
    Thread.interrupted();
    engine.whereabouts().setActivity(null, false);
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
    engine.countAtInstant();
  }
}
