package dev.timelapse.testkit.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Lets strands, and the test, wait in virtual time, and ends their waits. */
final class Waiting {

  private final Engine engine;
  private final Gate gate;
  private final Agenda agenda;
  private final VirtualTimeSource time;
  private final Relay relay;

  /** What other threads ended in the middle of an advance. */
  private final Queue<Wait> wokenByOthers = new ConcurrentLinkedQueue<>();

  private volatile boolean othersSpoke;

  Waiting(Engine engine, Gate gate) {
    this.engine = engine;
    this.gate = gate;
    this.agenda = engine.agenda;
    this.time = engine.time();
    this.relay = engine.relay;
  }

  boolean await(Wait wait, long until) throws InterruptedException {
    Strand me = Strand.current(engine);
    if (me == null) {
      return gate.isAutomatic()
          ? engine.automaticTime().guests().await(wait, until)
          : awaitInTest(wait, until);
    }
    relay.checkAlive(me);
    Baton next;
    gate.lockIfShared();
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
      gate.leave();
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
      return relay.isAway(me) ? null : engine.driving().successor();
    } catch (RuntimeException | Error e) {
      relay.goesOn(me);
      agenda.remove(wait.timer);
      // There is no thread for who would go on: the test must know, whatever the task makes of it.
      AssertionError error = engine.whereabouts().locate(e);
      engine.fail(error);
      throw error;
    }
  }

  private void end(Strand me, Wait wait) {
    gate.lockIfShared();
    try {
      relay.goesOn(me);
      agenda.remove(wait.timer);
    } finally {
      gate.leave();
    }
  }

  private boolean awaitInTest(Wait wait, long until) throws InterruptedException {
    Advance request = Advance.until(wait, until);
    gate.lock();
    try {
      if (wait.isWoken()) {
        return true;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException(interrupted(wait));
      }
      if (until <= time.nanoTime()) {
        return false;
      }
      engine.requests().begin(request);
      wait.begin(null, request, time.nanoTime());
      engine.driving().go();
    } finally {
      gate.unlock();
    }
    engine.requests().awaitEnd(request);
    boolean woken = endInTest(wait);
    if (request.baton.takeInterrupt()) {
      InterruptedException e = new InterruptedException(interrupted(wait));
      if (request.failure != null) {
        e.addSuppressed(request.failure);
      }
      throw e;
    }
    Engine.rethrow(request.failure);
    return woken;
  }

  private boolean endInTest(Wait wait) {
    gate.lock();
    try {
      wait.expire();
      agenda.remove(wait.timer);
      return wait.isWoken();
    } finally {
      gate.unlock();
    }
  }

  String interrupted(Wait wait) {
    return "interrupted while waiting for "
        + wait.what()
        + ", at "
        + engine.whereabouts().now()
        + ", in "
        + engine.whereabouts().activity();
  }

  void wake(Wait wait) {
    Strand me = Strand.current(engine);
    if (me != null && me.killed) {
      // What was killed lets nobody go on.
      return;
    }
    if (me != null && !gate.isAutomatic()) {
      wakeNow(wait);
      return;
    }
    gate.lock();
    try {
      if (gate.isOpen()) {
        wakeNow(wait);
      } else {
        wokenByOthers.add(wait);
        othersSpoke = true;
      }
    } finally {
      gate.unlock();
    }
  }

  /** Hears what other threads ended; for one who may touch the timeline. */
  void hear() {
    if (othersSpoke) {
      othersSpoke = false;
      Wait wait;
      while ((wait = wokenByOthers.poll()) != null) {
        wakeNow(wait);
      }
    }
  }

  private void wakeNow(Wait wait) {
    if (wait.end(false)) {
      agenda.requeue(wait.timer, time.nanoTime());
    }
  }
}
