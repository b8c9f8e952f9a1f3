package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.StrandStopped;
import java.util.Objects;
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
  private final Gate gate;
  private final Waiting waiting;
  private final Interrupts interrupts;

  /** What was found to be next: for the strand that found it. */
  private @Nullable Timer dueTimer;

  private @Nullable Driven dueDriven;

  private @Nullable Throwable failure;
  private long events;
  private long eventsBefore;

  Driving(Engine engine, Gate gate, Waiting waiting, Interrupts interrupts) {
    this.engine = engine;
    this.agenda = engine.agenda;
    this.time = engine.time();
    this.relay = engine.relay;
    this.gate = gate;
    this.waiting = waiting;
    this.interrupts = interrupts;
  }

  /** Makes a request the one that strands run for; for one who holds the gate. */
  void start(Advance request) {
    gate.advance(request);
    eventsBefore = events;
  }

  /** Passes the baton to a strand that drives on. */
  void go() {
    try {
      relay.start();
    } catch (RuntimeException | Error e) {
      gate.advance(null);
      throw e;
    }
  }

  /** Finds who goes on when a strand waits: itself, another one, the test, or a spare one. */
  Baton successor() {
    Advance request = gate.asked();
    Baton next = null;
    try {
      // The test's own conditions are looked at by one who drives, not in the middle of a task.
      next = request.hasCondition() || engine.watch() != null ? null : next(request);
    } catch (Throwable e) {
      fail(e);
    }
    return next != null ? next : relay.takeSpare().baton;
  }

  /** Drives until the timeline ends; called by a strand that holds the baton. */
  void drive(Strand me) {
    boolean drives = true;
    while (drives && !relay.isStopped()) {
      try {
        if (isToRunNext(me)) {
          runNext(me);
        } else {
          relay.parkSpare(me);
        }
      } catch (StrandStopped e) {
        // The timeline has ended while a task was waiting here, or the task was killed.
        drives = me.killed;
      }
      drives &= relay.survives(me);
    }
  }

  /** Decides what is next. Answers whether the caller is to run it, rather than to make room. */
  private boolean isToRunNext(Strand me) {
    gate.lockIfShared();
    try {
      count(me);
      if (me.killed || relay.isBack(me)) {
        return false;
      }
      Baton next = next(gate.asked());
      if (next != null) {
        relay.makeSpare(me);
        relay.pass(next);
        return false;
      }
      moveTo(agenda.nextDue);
      Timer timer = agenda.nextTimer;
      if (timer != null) {
        agenda.remove(timer);
        if (timer.periodNanos > 0) {
          timer.due += timer.periodNanos;
          agenda.add(timer);
        }
      }
      dueTimer = timer;
      dueDriven = agenda.nextDriven;
      return true;
    } catch (RuntimeException | Error e) {
      // Whatever it is, it must reach the test, which waits for this strand.
      fail(e);
      dueTimer = null;
      dueDriven = null;
      return true;
    } finally {
      gate.leave();
    }
  }

  private void runNext(Strand me) {
    Timer timer = dueTimer;
    Driven driven = dueDriven;
    try {
      if (timer != null) {
        run(me, timer);
      } else if (driven != null) {
        run(me, driven);
      }
    } catch (StrandStopped e) {
      throw e;
    } catch (Throwable e) {
      fail(e);
    }
  }

  /** Finds who gets the baton; null if the next thing to do is to run an event. */
  private @Nullable Baton next(Advance request) {
    // Asked before, since who holds time may do something and then let go of it.
    boolean held = engine.holds.any();
    hear();
    Watch watch = engine.watch();
    if (watch != null && failure == null) {
      watch.look();
    }
    agenda.findNext();
    if (agenda.nextDue == Elapsed.NEVER
        && failure == null
        && !request.baton.isInterrupted()
        && request.isStuck(!relay.waiting().isEmpty())) {
      if (engine.holds.anyOfOthers(request)) {
        engine.holds.awaitRelease(request);
        return next(request);
      }
      if (held && !engine.holds.any()) {
        return next(request);
      }
      fail(Standstill.deadlock(engine, request));
    }
    boolean over =
        failure != null || request.isOver(agenda, relay.waiting().isEmpty(), time.nanoTime());
    long target = over ? request.end(time.nanoTime()) : agenda.nextDue;
    if (failure == null && target > time.nanoTime()) {
      if (gate.isAutomatic() && !engine.automaticTime().mayGoOn()) {
        return finish(request);
      }
      if (held || engine.holds.any()) {
        engine.holds.awaitRelease(request);
        return next(request);
      }
      engine.bounds.checkReach(target);
    }
    if (over) {
      moveTo(failure != null ? time.nanoTime() : target);
      return finish(request);
    }
    Timer timer = agenda.nextTimer;
    if (timer == null || timer.wait == null) {
      return null;
    }
    moveTo(timer.due);
    engine.bounds.count();
    agenda.remove(timer);
    timer.wait.expire();
    Baton guest = timer.wait.guest();
    if (guest != null) {
      engine.automaticTime().guests().letGo(guest);
      return next(request);
    }
    if (timer.wait.isOfTest()) {
      request.meet();
      return finish(request);
    }
    return Objects.requireNonNull(timer.wait.strand(), "a wait is over, but of nobody").baton;
  }

  /** Hears what threads that are no strands have done meanwhile. */
  void hear() {
    waiting.hear();
    interrupts.hear();
  }

  private void moveTo(long elapsed) {
    if (elapsed > time.nanoTime()) {
      Watch watch = engine.watch();
      if (watch != null && watch.deadline() < elapsed) {
        time.moveTo(Math.max(watch.deadline(), time.nanoTime()));
        throw watch.missed();
      }
      time.moveTo(elapsed);
      engine.bounds.moved();
    }
  }

  private Baton finish(Advance request) {
    request.failure = failure;
    request.ran = events - eventsBefore;
    failure = null;
    if (gate.isAutomatic()) {
      gate.advance(null);
    }
    return request.baton;
  }

  private void run(Strand me, Timer timer) {
    me.begins("script action", timer.name, false);
    long action = engine.recorder().actionStarted(timer.name);
    try {
      timer.run();
      engine.recorder().actionEnded(action, timer.failure);
    } catch (Exception | AssertionError e) {
      engine.recorder().actionEnded(action, e);
      fail(engine.whereabouts().locate(e));
    } finally {
      eventEnded(me);
    }
    me.hasRun = true;
  }

  private void run(Strand me, Driven driven) {
    me.driven = driven;
    try {
      do {
        me.hasRun = driven.runNext();
      } while (me.hasRun && goesOn(me, driven));
    } finally {
      me.driven = null;
      eventEnded(me);
    }
  }

  /**
   * Answers whether what has just run an event has the next one too, at the same instant, and
   * nobody has to be asked before: as when the jobs of one scheduler are due together.
   */
  private boolean goesOn(Strand me, Driven driven) {
    if (gate.isAutomatic() || relay.isStopped() || me.killed || failure != null) {
      return false;
    }
    eventEnded(me);
    count(me);
    Advance request = gate.asked();
    if (request.hasCondition() || engine.watch() != null || request.baton.isInterrupted()) {
      return false;
    }
    hear();
    agenda.findNext();
    return agenda.nextDriven == driven && agenda.nextDue <= time.nanoTime();
  }

  private void eventEnded(Strand me) {
    // An interrupt was meant for the task that has ended, not for the next one on this thread.
    Thread.interrupted();
    me.ends();
  }

  /** Lets the test fail with this as soon as the running event has ended. */
  void fail(Throwable cause) {
    gate.lockIfShared();
    try {
      if (failure == null) {
        failure = cause;
      } else if (failure != cause) {
        failure.addSuppressed(cause);
      }
    } finally {
      gate.leave();
    }
  }

  /** Counts what has run on a strand, now that it touches the timeline again. */
  private void count(Strand me) {
    if (me.hasRun) {
      me.hasRun = false;
      events++;
      engine.bounds.count();
    }
  }

  boolean hasFailed() {
    return failure != null;
  }
}
