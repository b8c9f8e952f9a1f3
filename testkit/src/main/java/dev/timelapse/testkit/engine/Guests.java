package dev.timelapse.testkit.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Threads that are no strands and wait on a timeline whose time moves by itself: the test's, and
 * any other that asks it for something that blocks. Touched with the gate held.
 */
final class Guests {

  private final Engine engine;
  private final Gate gate;

  /** Those that time has to wait for while they run. */
  private final Map<Thread, ThreadLook> known = new LinkedHashMap<>();

  private final Set<Baton> waiting = new LinkedHashSet<>();

  /** Those whose wait is over, and who have not noticed yet. */
  private final Set<Baton> released = new LinkedHashSet<>();

  Guests(Engine engine, Gate gate) {
    this.engine = engine;
    this.gate = gate;
  }

  /** Lets time wait for the calling thread, whenever that runs. */
  void knowMe() {
    known.keySet().removeIf(other -> other.getState() == Thread.State.TERMINATED);
    known.computeIfAbsent(Thread.currentThread(), me -> ThreadLook.atMyself());
  }

  /** Blocks the calling thread in virtual time. */
  boolean await(Wait wait, long until) throws InterruptedException {
    Baton baton = new Baton(Thread.currentThread(), null);
    gate.lock();
    try {
      knowMe();
      if (wait.isWoken()) {
        return true;
      }
      engine.relay.checkNotStopped();
      if (baton.takeInterrupt()) {
        throw new InterruptedException(engine.waits().interrupted(wait));
      }
      if (until <= engine.time().nanoTime()) {
        return false;
      }
      wait.beginAsGuest(baton, engine.time().nanoTime());
      if (until != Elapsed.NEVER) {
        engine.agenda.requeue(wait.timer, until);
      }
      waiting.add(baton);
    } finally {
      gate.unlock();
    }
    baton.awaitAsTest(() -> interrupt(wait, baton), null);
    gate.lock();
    try {
      waiting.remove(baton);
      released.remove(baton);
      engine.agenda.remove(wait.timer);
    } finally {
      gate.unlock();
    }
    boolean interrupted = baton.takeInterrupt();
    if (wait.isInterrupted()) {
      throw new InterruptedException(engine.waits().interrupted(wait));
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!wait.isOver()) {
      engine.relay.checkNotStopped();
    }
    Clockwork clockwork = engine.automaticTime().clockwork();
    if (clockwork == null && !wait.isOver()) {
      throw new IllegalStateException(
          "time moves by itself no more, while thread \""
              + Thread.currentThread().getName()
              + "\" waits for "
              + wait.what()
              + ": let it come to its end before explicit() is called");
    }
    if (clockwork != null) {
      Engine.rethrow(clockwork.takeFailure());
    }
    return wait.isWoken();
  }

  private void interrupt(Wait wait, Baton baton) {
    gate.lock();
    try {
      if (wait.end(true)) {
        baton.pass();
      }
    } finally {
      gate.unlock();
    }
  }

  /** Lets one go on whose wait is over. */
  void letGo(Baton baton) {
    waiting.remove(baton);
    released.add(baton);
    baton.pass();
  }

  /** Lets all go on, because something failed. */
  void letAllGo() {
    for (Baton baton : List.copyOf(waiting)) {
      letGo(baton);
    }
  }

  /** Answers whether one is about to go on. */
  boolean isBusy() {
    return !released.isEmpty();
  }

  /** Answers whether one waits for something else than the timeline. */
  boolean isAnyoneBlocked() {
    return !blockedForReal().isEmpty();
  }

  /** Returns how many wait on the timeline. */
  int waiting() {
    return waiting.size();
  }

  /** Returns what each of them does, in lines. */
  List<String> inWords() {
    List<String> words = new ArrayList<>();
    for (Thread thread : known.keySet()) {
      if (thread.getState() != Thread.State.TERMINATED) {
        words.add(
            "thread \""
                + thread.getName()
                + "\" is "
                + thread.getState()
                + UserFrames.inLines(UserFrames.of(thread.getStackTrace())));
      }
    }
    return words;
  }

  /** Answers whether each waits on the timeline or is blocked for real. */
  boolean lookQuiet() {
    if (!released.isEmpty()) {
      return false;
    }
    for (Thread thread : blockedForReal()) {
      Thread.State state = thread.getState();
      boolean runs = state == Thread.State.RUNNABLE || state == Thread.State.NEW;
      // One that is blocked only until we let it touch the timeline is about to do something.
      if (runs || gate.isAwaitedBy(thread)) {
        return false;
      }
    }
    return true;
  }

  /** Answers whether one that looks blocked for real goes on by itself. */
  boolean anyGoesOn() {
    for (Thread thread : blockedForReal()) {
      ThreadLook look = known.get(thread);
      if (look != null && look.goesOn()) {
        return true;
      }
    }
    return false;
  }

  private List<Thread> blockedForReal() {
    List<Thread> others = new ArrayList<>();
    for (Thread thread : known.keySet()) {
      boolean waits = waiting.stream().anyMatch(baton -> baton.owner() == thread);
      if (!waits && thread.getState() != Thread.State.TERMINATED) {
        others.add(thread);
      }
    }
    return others;
  }
}
