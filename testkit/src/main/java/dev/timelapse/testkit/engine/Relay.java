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
  private final List<Strand> waiting = new ArrayList<>();
  private volatile boolean stopped;
  private volatile @Nullable Strand driver;
  private int created;

  Relay(Engine engine) {
    this.engine = engine;
  }

  /** Returns the strand of an engine that the calling thread is, or null if it is none. */
  static @Nullable Strand strandOf(Engine engine) {
    return Thread.currentThread() instanceof Strand strand && strand.engine == engine
        ? strand
        : null;
  }

  /** Passes the baton from the test to a spare strand, which drives on. */
  void start() {
    passTo(takeSpare());
  }

  /** Passes the baton to a spare strand, which drives on, and blocks until it comes back. */
  void handOver(Strand me) {
    waiting.add(me);
    passTo(takeSpare());
    me.baton.await(() -> {});
    waiting.remove(me);
    driver = me;
    checkStopped();
  }

  /** Passes the baton on and becomes spare; blocks until it is needed to drive. */
  void passAndPark(Strand me, Baton next) {
    spare.push(me);
    next.pass();
    me.baton.await(() -> {});
    driver = me;
  }

  /** Interrupts what runs now, because the thread that waits for it was interrupted. */
  void interrupt() {
    Strand running = driver;
    if (running != null) {
      running.interrupt();
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

  /**
   * Ends all strands, one after the other; tasks that wait are unwound. Answers the names of those
   * that did not end in time.
   */
  List<String> stop() {
    stopped = true;
    List<Strand> all = new ArrayList<>(waiting);
    all.addAll(spare);
    List<String> stuck = new ArrayList<>();
    for (Strand strand : all) {
      strand.baton.pass();
      try {
        strand.join(UNWINDING_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (strand.isAlive()) {
        stuck.add(strand.getName());
      }
    }
    return stuck;
  }

  private void passTo(Strand strand) {
    driver = strand;
    strand.baton.pass();
  }

  private Strand takeSpare() {
    Strand strand = spare.poll();
    if (strand == null) {
      strand = new Strand(engine, ++created);
      strand.start();
    }
    return strand;
  }
}
