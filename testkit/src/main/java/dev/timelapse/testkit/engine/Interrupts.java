package dev.timelapse.testkit.engine;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Ends the waits of strands whose threads are interrupted, at a place on the timeline that does not
 * depend on when the machine lets those threads run.
 */
final class Interrupts {

  /**
   * Up to how many waiting strands are asked after each event whether they were interrupted, if
   * their threads do not tell. Beyond, they tell themselves, as soon as the machine runs them.
   */
  private static final int MOST_ASKED = 128;

  private final Engine engine;
  private final Gate gate;

  /** Strands that others interrupted in the middle of an advance. */
  private final Queue<Strand> byOthers = new ConcurrentLinkedQueue<>();

  private volatile boolean othersSpoke;

  Interrupts(Engine engine, Gate gate) {
    this.engine = engine;
    this.gate = gate;
  }

  /** Takes note of what a waiting strand has seen itself: that its thread was interrupted. */
  void saw(Strand strand) {
    byOthers.add(strand);
    othersSpoke = true;
  }

  /** Takes note that a strand's thread was interrupted, by whichever thread calls. */
  void happened(Strand strand) {
    if (Strand.current(engine) != null && !gate.isAutomatic()) {
      end(strand);
      return;
    }
    gate.lock();
    try {
      if (gate.isOpen()) {
        end(strand);
      } else {
        saw(strand);
      }
    } finally {
      gate.unlock();
    }
  }

  /**
   * Takes note of an interrupt that was just sent to a thread, if that is one that does not tell of
   * it: what comes after it on the timeline must come after it on every JVM. Where the calling
   * thread may not touch the timeline, the interrupted one tells when it goes on.
   */
  void notice(Thread interrupted) {
    if (Strand.current(engine) != null && !gate.isAutomatic()) {
      endVirtual(interrupted);
      return;
    }
    gate.lock();
    try {
      if (gate.isOpen()) {
        endVirtual(interrupted);
      }
    } finally {
      gate.unlock();
    }
  }

  /** Hears what others did, and asks those who do not tell; for one who may touch the timeline. */
  void hear() {
    if (othersSpoke) {
      othersSpoke = false;
      Strand strand;
      while ((strand = byOthers.poll()) != null) {
        end(strand);
      }
    }
    List<Strand> waiting = engine.relay.waiting();
    if (waiting.size() <= MOST_ASKED) {
      for (int i = 0; i < waiting.size(); i++) {
        if (waiting.get(i).isVirtual) {
          end(waiting.get(i));
        }
      }
    }
  }

  private void endVirtual(Thread interrupted) {
    List<Strand> waiting = engine.relay.waiting();
    for (int i = 0; i < waiting.size(); i++) {
      Strand strand = waiting.get(i);
      if (strand.isVirtual && strand.thread() == interrupted) {
        end(strand);
        return;
      }
    }
  }

  private void end(Strand strand) {
    Wait wait = strand.waiting;
    if (wait != null && strand.baton.isInterrupted() && wait.end(true)) {
      engine.agenda.requeue(wait.timer, engine.time().nanoTime());
    }
  }
}
