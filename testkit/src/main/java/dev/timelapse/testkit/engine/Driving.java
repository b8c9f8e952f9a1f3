package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.StrandStopped;
import java.util.List;
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

  /**
   * Up to how many waiting strands are asked after each event whether they were interrupted, if
   * their threads do not tell. Beyond, they tell themselves, as soon as the machine runs them.
   */
  private static final int MOST_ASKED = 128;

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

  private final Guests guests;
  private volatile boolean automatic;
  private volatile boolean wasAutomatic;
  private volatile @Nullable Clockwork clockwork;

  /** What was found to be next: for the strand that found it. */
  private @Nullable Timer dueTimer;

  private @Nullable Driven dueDriven;

  /** Whether there may be something in these two. */
  private volatile boolean othersSpoke;

  private @Nullable Throwable failure;
  private long events;
  private long eventsBefore;

  Driving(Engine engine) {
    this.engine = engine;
    this.agenda = engine.agenda;
    this.time = engine.time();
    this.relay = engine.relay;
    this.guests = new Guests(engine, this, gate);
  }

  // Who may touch the timeline.

  /** Lets the calling thread touch the timeline, or tells it why not. */
  void enter(String what) {
    Strand me = Strand.current(engine);
    if (me != null) {
      relay.checkAlive(me);
      if (!automatic) {
        return;
      }
    }
    gate.lock();
    if (me == null && !automatic && advance != null) {
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

  void leave() {
    if (gate.isHeldByCurrentThread()) {
      gate.unlock();
    }
  }

  /** Keeps other threads out, if there may be some: strands need that in automatic time alone. */
  private void lock() {
    if (automatic) {
      gate.lock();
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
      if (automatic) {
        throw new IllegalStateException(
            "time moves by itself: wait for it with sleep(…), or call explicit() before you advance it");
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
    request.baton.awaitAsTest(relay::interrupt);
  }

  // Waiting.

  boolean await(Wait wait, long until) throws InterruptedException {
    Strand me = Strand.current(engine);
    if (me == null) {
      return automatic ? guests.await(wait, until) : awaitInTest(wait, until);
    }
    relay.checkAlive(me);
    Baton next;
    lock();
    try {
      if (wait.isWoken()) {
        return true;
      }
      if (me.baton.takeInterrupt()) {
        throw new InterruptedException(interrupted(wait));
      }
      if (until <= time.nanoTime()) {
        return false;
      }
      next = begin(me, wait, until);
    } finally {
      leave();
    }
    try {
      if (next != me.baton) {
        relay.passAndAwait(me, next);
      }
    } finally {
      end(me, wait);
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

  /** Takes note that a strand waits. Answers who goes on; nobody new if it went on without one. */
  private @Nullable Baton begin(Strand me, Wait wait, long until) {
    wait.begin(me, null, time.nanoTime());
    if (until != Elapsed.NEVER) {
      agenda.requeue(wait.timer, until);
    }
    relay.waits(me, wait);
    try {
      return relay.isAway(me) ? null : successor();
    } catch (RuntimeException | Error e) {
      relay.goesOn(me);
      agenda.remove(wait.timer);
      throw e;
    }
  }

  private void end(Strand me, Wait wait) {
    lock();
    try {
      relay.goesOn(me);
      agenda.remove(wait.timer);
    } finally {
      leave();
    }
  }

  private boolean awaitInTest(Wait wait, long until) throws InterruptedException {
    if (wait.isWoken()) {
      return true;
    }
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

  String interrupted(Wait wait) {
    return "interrupted while waiting for "
        + wait.what()
        + ", at "
        + engine.whereabouts().now()
        + ", in "
        + engine.whereabouts().activity();
  }

  /** Finds who goes on when a strand waits: itself, another one, the test, or a spare one. */
  private Baton successor() {
    Advance request = asked();
    Baton next = null;
    try {
      // The test's own conditions are looked at by one who drives, not in the middle of a task.
      next = request.hasCondition() || engine.watch() != null ? null : next(request);
    } catch (Throwable e) {
      fail(e);
    }
    return next != null ? next : relay.takeSpare().baton;
  }

  void wake(Wait wait) {
    Strand me = Strand.current(engine);
    if (me != null && me.killed) {
      // What was killed lets nobody go on.
      return;
    }
    if (me != null && !automatic) {
      wakeNow(wait, false);
      return;
    }
    gate.lock();
    try {
      if (advance == null || automatic) {
        wakeNow(wait, false);
      } else {
        wokenByOthers.add(wait);
        othersSpoke = true;
      }
    } finally {
      gate.unlock();
    }
  }

  /** Takes note of what a waiting strand has seen itself: that its thread was interrupted. */
  void sawInterrupt(Strand strand) {
    interruptedByOthers.add(strand);
    othersSpoke = true;
  }

  /** Takes note that a strand's thread was interrupted, by whichever thread calls. */
  void interrupted(Strand strand) {
    if (Strand.current(engine) != null && !automatic) {
      interruptNow(strand);
      return;
    }
    gate.lock();
    try {
      if (advance == null || automatic) {
        interruptNow(strand);
      } else {
        interruptedByOthers.add(strand);
        othersSpoke = true;
      }
    } finally {
      gate.unlock();
    }
  }

  /**
   * Takes note of an interrupt that was just sent to a thread, if that is one that does not tell of
   * it: what comes after it on the timeline must come after it on every JVM.
   */
  void noticeInterrupt(Thread interrupted) {
    if (Strand.current(engine) != null && !automatic) {
      interruptWaiting(interrupted);
      return;
    }
    gate.lock();
    try {
      if (advance == null || automatic) {
        interruptWaiting(interrupted);
      }
    } finally {
      gate.unlock();
    }
  }

  private void interruptWaiting(Thread interrupted) {
    List<Strand> waiting = relay.waiting();
    for (int i = 0; i < waiting.size(); i++) {
      Strand strand = waiting.get(i);
      if (strand.isVirtual && strand.thread() == interrupted) {
        interruptNow(strand);
        return;
      }
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
    boolean drives = true;
    while (drives && !relay.isStopped()) {
      try {
        if (isToRunNext(me)) {
          runNext(me);
        } else {
          relay.parkSpare(me);
        }
      } catch (StrandStopped e) {
        // The timeline has ended while a task was waiting here, or the task was killed. Only if it
        // did that itself, this strand still has the baton.
        drives = me.killedItself;
        me.killedItself = false;
        me.killed = false;
      }
    }
  }

  /** Decides what is next. Answers whether the caller is to run it, rather than to make room. */
  private boolean isToRunNext(Strand me) {
    boolean locks = automatic;
    if (locks) {
      gate.lock();
    }
    try {
      if (relay.isBack(me)) {
        return false;
      }
      Baton next = next(asked());
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
      if (locks) {
        gate.unlock();
      }
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

  private Advance asked() {
    return Objects.requireNonNull(advance, "a strand runs, but nobody asked for it");
  }

  /** Finds who gets the baton; null if the next thing to do is to run an event. */
  private @Nullable Baton next(Advance request) {
    takeWordFromOthers();
    Watch watch = engine.watch();
    if (watch != null && failure == null) {
      watch.look();
    }
    agenda.findNext();
    if (agenda.nextDue == Elapsed.NEVER
        && failure == null
        && request.isStuck(!relay.waiting().isEmpty())) {
      fail(Standstill.deadlock(engine, request));
    }
    boolean over =
        failure != null || request.isOver(agenda, relay.waiting().isEmpty(), time.nanoTime());
    long target = over ? request.end(time.nanoTime()) : agenda.nextDue;
    if (failure == null && target > time.nanoTime()) {
      if (automatic && (engine.holds.any() || guests.isBusy() || relay.keepsTimeStill())) {
        return finish(request);
      }
      if (engine.holds.any()) {
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
      guests.letGo(guest);
      return next(request);
    }
    if (timer.wait.isOfTest()) {
      request.meet();
      return finish(request);
    }
    return Objects.requireNonNull(timer.wait.strand(), "a wait is over, but of nobody").baton;
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
    advance = null;
    return request.baton;
  }

  private void takeWordFromOthers() {
    if (othersSpoke) {
      othersSpoke = false;
      hearOthers();
    }
    List<Strand> waiting = relay.waiting();
    if (waiting.size() <= MOST_ASKED) {
      for (int i = 0; i < waiting.size(); i++) {
        if (waiting.get(i).isVirtual) {
          interruptNow(waiting.get(i));
        }
      }
    }
  }

  private void hearOthers() {
    Wait wait;
    while (!wokenByOthers.isEmpty() && (wait = wokenByOthers.poll()) != null) {
      wakeNow(wait, false);
    }
    Strand strand;
    while (!interruptedByOthers.isEmpty() && (strand = interruptedByOthers.poll()) != null) {
      interruptNow(strand);
    }
  }

  private void run(Strand me, Timer timer) {
    me.begins("script action", timer.name, false);
    long action = engine.recorder().actionStarted(timer.name);
    try {
      timer.run();
      engine.recorder().actionEnded(action, null);
    } catch (Exception | AssertionError e) {
      engine.recorder().actionEnded(action, e);
      fail(engine.whereabouts().locate(e));
    } finally {
      eventEnded(me);
    }
    count();
  }

  private void run(Strand me, Driven driven) {
    me.driven = driven;
    try {
      if (driven.runNext()) {
        count();
      }
    } finally {
      me.driven = null;
      eventEnded(me);
    }
  }

  private void eventEnded(Strand me) {
    // An interrupt was meant for the task that has ended, not for the next one on this thread.
    Thread.interrupted();
    me.ends();
  }

  /** Lets the test fail with this as soon as the running event has ended. */
  void fail(Throwable cause) {
    lock();
    try {
      if (failure == null) {
        failure = cause;
      } else if (failure != cause) {
        failure.addSuppressed(cause);
      }
    } finally {
      leave();
    }
  }

  private void count() {
    boolean locks = automatic;
    if (locks) {
      gate.lock();
    }
    try {
      events++;
      engine.bounds.count();
    } finally {
      if (locks) {
        gate.unlock();
      }
    }
  }

  // Automatic time.

  /** Lets time move by itself from now on; for a thread that is no strand. */
  void automatic(boolean blockedCountsAsWaiting) {
    enter("mode");
    try {
      relay.blockedCountsAsWaiting(blockedCountsAsWaiting);
      if (!automatic) {
        automatic = true;
        wasAutomatic = true;
        guests.know(Thread.currentThread());
        clockwork = new Clockwork(this, guests, gate);
        clockwork.start();
      }
    } finally {
      leave();
    }
  }

  /** Lets time move only when it is asked to; for a thread that is no strand. */
  void explicit() {
    Clockwork running = clockwork;
    if (running != null) {
      running.end();
      clockwork = null;
      gate.lock();
      try {
        automatic = false;
      } finally {
        gate.unlock();
      }
      Throwable cause = running.takeFailure();
      if (relay.anyAway()) {
        throw new IllegalStateException(
            "time cannot be advanced by hand yet: "
                + relay.away()
                + " still runs or blocks for real; let it end first",
            cause);
      }
      Engine.rethrow(cause);
    }
  }

  boolean isAutomatic() {
    return automatic;
  }

  boolean wasAutomatic() {
    return wasAutomatic;
  }

  @Nullable Clockwork clockwork() {
    return clockwork;
  }

  /**
   * Starts to run what is due at the next instant, for the calling thread, which holds the gate; if
   * time may move there. Answers null if there is nothing to do.
   */
  @Nullable Advance startNextInstant(boolean timeMayMove) {
    takeWordFromOthers();
    agenda.findNext();
    long due = agenda.nextDue;
    boolean moves = due > time.nanoTime();
    if (failure == null
        && (due == Elapsed.NEVER
            || (moves && (!timeMayMove || engine.holds.any() || relay.keepsTimeStill())))) {
      return null;
    }
    Advance request = Advance.to(moves ? due : time.nanoTime());
    advance = request;
    relay.start();
    return request;
  }

  /** Lets another strand go on if the one that runs has blocked for real. */
  void replaceBlocked(Advance request, Strand suspect) {
    if (advance == request && relay.leaveAlone(suspect)) {
      relay.start();
    }
  }

  @Nullable Strand running() {
    return relay.driver();
  }
}
