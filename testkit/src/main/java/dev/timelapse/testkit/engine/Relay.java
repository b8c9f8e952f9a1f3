package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.StrandStopped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
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
  private final List<Strand> waiting = new ArrayList<>();
  private final List<Strand> away = new ArrayList<>();
  private final Threads threads;
  private boolean blockedWaits;
  private int made;
  private volatile boolean stopped;
  private volatile @Nullable Strand driver;

  Relay(Engine engine, Threads threads) {
    this.engine = engine;
    this.threads = threads;
  }

  /** Passes the baton to a spare strand, which drives on. */
  void start() {
    pass(takeSpare().baton);
  }

  /** Passes the baton on; the caller must touch the timeline no more. */
  void pass(Baton next) {
    driver = next.strand();
    next.pass();
  }

  /** Passes the baton on, if there is someone to pass it to, and blocks until it comes back. */
  void passAndAwait(Strand me, @Nullable Baton next) {
    if (next != null) {
      pass(next);
    }
    me.awaitBaton();
    checkAlive(me);
  }

  /** Lets a strand be taken for the driving; {@link #parkSpare} follows. */
  void makeSpare(Strand me) {
    spare.push(me);
  }

  /** Blocks until the calling strand is needed to drive, if it is spare. */
  void parkSpare(Strand me) {
    if (driver == null && !me.isVirtual) {
      // The test has it, and often lets time pass again at once.
      me.baton.lookOut();
    }
    if (!me.killed) {
      me.awaitBaton();
    }
  }

  @Nullable Strand driver() {
    return driver;
  }

  // Strands that blocked for real in automatic time, and run or will run beside the others.

  void blockedCountsAsWaiting(boolean yes) {
    blockedWaits = yes;
  }

  boolean blockedCountsAsWaiting() {
    return blockedWaits;
  }

  /** Answers whether a strand was left alone; if it now waits in virtual time, it is back. */
  boolean isAway(Strand strand) {
    return away.remove(strand);
  }

  /** Answers whether a strand was left alone, and makes it a spare one if it was. */
  boolean isBack(Strand strand) {
    boolean back = away.remove(strand);
    if (back) {
      makeSpare(strand);
    }
    return back;
  }

  /** Leaves the driving strand alone if it is blocked for real. Answers whether it was. */
  boolean leaveAlone(Strand suspect) {
    if (driver == suspect && suspect.waiting == null && suspect.isBlocked()) {
      away.add(suspect);
      return true;
    }
    return false;
  }

  /** Returns the strand whose thread has an id, or null if there is none. */
  @Nullable Strand strandOf(long threadId) {
    for (Strand strand : List.copyOf(all)) {
      if (strand.thread().getId() == threadId) {
        return strand;
      }
    }
    return null;
  }

  boolean anyAway() {
    return !away.isEmpty();
  }

  /** Returns what strands do that were left alone, in lines. */
  List<String> awayInWords() {
    return away.stream()
        .map(
            strand ->
                strand.activity()
                    + " is "
                    + strand.thread().getState()
                    + UserFrames.inLines(UserFrames.of(strand.thread().getStackTrace())))
        .toList();
  }

  String away() {
    return away.stream().map(Strand::activity).toList().toString();
  }

  /** Answers whether a strand does something that time has to wait for. */
  boolean keepsTimeStill() {
    for (Strand strand : away) {
      if (!blockedWaits || !strand.isBlocked()) {
        return true;
      }
    }
    return false;
  }

  /** Answers whether each strand that was left alone stays where it is. */
  boolean allAwayStay() {
    for (Strand strand : away) {
      // One that has nothing to do, or wants the gate, is on its way back.
      if (strand.activity == null
          || !strand.isBlocked()
          || engine.gate.isAwaitedBy(strand.thread())
          || strand.goesOn()) {
        return false;
      }
    }
    return true;
  }

  /** Answers whether a strand that looks blocked for real goes on by itself. */
  boolean anyGoesOn() {
    for (Strand strand : away) {
      if (strand.goesOn()) {
        return true;
      }
    }
    return false;
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

  /** Refuses what cannot be had from a timeline that has ended. */
  void checkNotStopped() {
    if (stopped) {
      throw new IllegalStateException(
          "this timeline has ended with its test, and its time moves no more");
    }
  }

  /** Unwinds what runs on a strand if it has ended: with the timeline, or by a crash. */
  void checkAlive(Strand me) {
    if (stopped || me.killed) {
      throw new StrandStopped();
    }
  }

  /**
   * Unwinds the tasks of what was crashed, one after the other, each on its own strand, while the
   * calling thread waits for that. Answers the names of the threads that did not end in time.
   */
  List<String> unwind(List<Driven> crashed, @Nullable Strand me) {
    List<String> stuck = new ArrayList<>();
    List<Strand> strands = new ArrayList<>();
    engine.gate.alone(() -> strands.addAll(all));
    strands.remove(me);
    for (Strand strand : strands) {
      if (!engine.gate.alone(() -> kill(strand, crashed))) {
        continue;
      }
      if (strand.waiting != null) {
        end(strand, stuck);
        engine.gate.alone(() -> all.remove(strand));
      } else {
        // It runs, or blocks for real, beside the others, and ends as soon as it notices.
        strand.thread().interrupt();
      }
    }
    if (!engine.gate.isAutomatic()) {
      driver = me;
    }
    return stuck;
  }

  /** Kills the task of a strand if it is of what was crashed. Answers whether it is. */
  private boolean kill(Strand strand, List<Driven> crashed) {
    if (!crashed.contains(strand.driven) || spare.contains(strand)) {
      return false;
    }
    Wait wait = strand.waiting;
    strand.killedAwake = wait == null;
    strand.killed = true;
    if (wait != null) {
      engine.agenda.remove(wait.timer);
      if (!engine.gate.isAutomatic()) {
        driver = strand;
      }
    }
    return true;
  }

  /**
   * Answers whether a strand still has the baton after its task was killed, if it was: one that
   * waited has not, nor one that was left alone.
   */
  boolean survives(Strand me) {
    if (!me.killed) {
      return true;
    }
    boolean awake = me.killedAwake;
    me.killed = false;
    me.killedAwake = false;
    return !engine.gate.alone(() -> away.remove(me) && all.remove(me)) && awake;
  }

  /** Takes note that a strand is about to wait in virtual time. */
  void waits(Strand strand, Wait wait) {
    strand.waiting = wait;
    strand.place = waiting.size();
    waiting.add(strand);
  }

  /** Takes note that it goes on. */
  void goesOn(Strand strand) {
    strand.waiting = null;
    Strand last = waiting.remove(waiting.size() - 1);
    if (last != strand) {
      waiting.set(strand.place, last);
      last.place = strand.place;
    }
  }

  /** Returns the strands that wait in virtual time, in an order that a run repeats. */
  List<Strand> waiting() {
    return waiting;
  }

  /**
   * Ends all strands, one after the other; tasks that wait are unwound. Answers the names of those
   * that did not end in time.
   */
  List<String> stop() {
    stopped = true;
    List<String> stuck = new ArrayList<>();
    List<Strand> order = new ArrayList<>();
    List<Strand> alone = new ArrayList<>();
    engine.gate.alone(
        () -> {
          // Those that run nothing have nothing to unwind, and need not be waited for in turn.
          spare.forEach(strand -> strand.baton.pass());
          order.addAll(all);
          // Those that wait first: others may be blocked by what they hold.
          order.sort(Comparator.comparing(strand -> strand.waiting == null));
          return alone.addAll(away);
        });
    for (Strand strand : order) {
      if (alone.contains(strand)) {
        strand.thread().interrupt();
      }
      end(strand, stuck);
    }
    return stuck;
  }

  private static void end(Strand strand, List<String> stuck) {
    strand.baton.pass();
    boolean interrupted = false;
    boolean joined = false;
    while (!joined) {
      try {
        strand.thread().join(UNWINDING_MILLIS);
        joined = true;
      } catch (InterruptedException e) {
        // It was meant for what comes after; whether all ends must not depend on it.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (strand.thread().isAlive()) {
      stuck.add(strand.thread().getName());
    }
  }

  /** Returns a strand that has nothing to do, to be passed the baton. */
  Strand takeSpare() {
    Strand strand = spare.poll();
    if (strand == null) {
      strand = new Strand(engine, threads, ++made);
      try {
        strand.thread().start();
      } catch (OutOfMemoryError e) {
        throw Threads.tooMany(all.size(), e);
      }
      all.add(strand);
    }
    return strand;
  }
}
