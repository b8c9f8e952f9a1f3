package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.StrandStopped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The strands of one timeline: who drives, who is spare, who waits in the middle of a task. */
final class Relay {

  /** How long, in real time, a task may take to unwind when its timeline ends. */
  private static final long UNWINDING_MILLIS = 10_000;

  private final Engine engine;
  private final Deque<Strand> spare = new ArrayDeque<>();
  private final List<Strand> all = new ArrayList<>();
  private volatile boolean stopped;
  private volatile @Nullable Strand driver;

  Relay(Engine engine) {
    this.engine = engine;
  }

  /** Passes the baton from the test to a spare strand, which drives on. */
  void start() {
    Strand strand = takeSpare();
    driver = strand;
    strand.baton.pass();
  }

  /**
   * Passes the baton to whom it is for, or to a spare strand if it is for nobody in particular, and
   * blocks until it comes back.
   */
  void passAndAwait(Strand me, @Nullable Baton next) {
    if (next == null) {
      start();
    } else {
      next.pass();
    }
    me.baton.await();
    driver = me;
    checkStopped();
  }

  /** Passes the baton on and becomes spare; blocks until it is needed to drive. */
  void passAndPark(Strand me, Baton next) {
    spare.push(me);
    next.pass();
    me.baton.await();
    driver = me;
  }

  /** Interrupts what runs now, because the thread that waits for it was interrupted. */
  void interrupt() {
    Strand running = driver;
    if (running != null) {
      running.thread().interrupt();
    }
  }

  boolean isStopped() {
    return stopped;
  }

  void checkStopped() {
    if (stopped) {
      throw new StrandStopped();
    }
  }

  /** Returns all strands there are, in the order in which they were made. */
  List<Strand> strands() {
    return List.copyOf(all);
  }

  /**
   * Ends all strands, one after the other; tasks that wait are unwound. Answers the names of those
   * that did not end in time.
   */
  List<String> stop() {
    stopped = true;
    List<String> stuck = new ArrayList<>();
    for (Strand strand : all) {
      strand.baton.pass();
      try {
        strand.thread().join(UNWINDING_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (strand.thread().isAlive()) {
        stuck.add(strand.thread().getName());
      }
    }
    return stuck;
  }

  private Strand takeSpare() {
    Strand strand = spare.poll();
    if (strand == null) {
      strand = new Strand(engine, all.size() + 1);
      all.add(strand);
      strand.start();
    }
    return strand;
  }
}
