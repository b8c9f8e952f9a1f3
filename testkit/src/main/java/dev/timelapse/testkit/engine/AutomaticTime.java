package dev.timelapse.testkit.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Time that moves by itself, on a thread of its own: switched on and off, and how far it may go.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AutomaticTime {

  private static final Logger LOG = LoggerFactory.getLogger(AutomaticTime.class);

  private static final long LONGEST_FOR_STRANDS_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long LONGEST_FOR_OTHERS_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** About ten seconds of real time. */
  private static final int REPORT_AFTER = 18_000;

  /** After how many looks at it a blocked strand is not waited for any more. */
  private static final int BLOCKED_FOR_GOOD = 50;

  private final Engine engine;
  private final Gate gate;
  private final Relay relay;
  private final Driving driving;
  private final Guests guests;
  private volatile @Nullable Clockwork clockwork;
  private volatile boolean everOn;
  private volatile int reportAfter = REPORT_AFTER;

  /** Whether nothing may start to run, because parts of the system are being unwound. */
  private boolean still;

  AutomaticTime(Engine engine, Gate gate) {
    this.engine = engine;
    this.gate = gate;
    this.relay = engine.relay;
    this.driving = engine.driving();
    this.guests = new Guests(engine, gate);
  }

  /**
   * Lets time move by itself from now on; for a thread that is no strand.
   *
   * @param blockedCountsAsWaiting whether time moves while a strand is blocked for real, rather
   *     than stands still as for real I/O
   */
  public synchronized void on(boolean blockedCountsAsWaiting) {
    checkSwitch();
    engine.enter("mode");
    try {
      relay.checkNotStopped();
      relay.blockedCountsAsWaiting(blockedCountsAsWaiting);
      if (!gate.isAutomatic()) {
        engine.recorder().share();
        gate.automatic(true);
        everOn = true;
        guests.knowMe();
        start();
      }
    } finally {
      engine.leave();
    }
  }

  /**
   * Lets time move only when it is asked to, and fails with what failed meanwhile; for a thread
   * that is no strand. Strands that run beside the others come to their end or next wait before.
   *
   * @throws IllegalStateException if one of them stays blocked; then time goes on to move by itself
   */
  public synchronized void off() {
    checkSwitch();
    Clockwork running = clockwork;
    if (running == null) {
      return;
    }
    running.end();
    awaitThoseAway();
    Throwable cause = running.takeFailure();
    gate.lock();
    try {
      relay.checkNotStopped();
      if (relay.anyAway()) {
        start();
        throw new IllegalStateException(
            "time cannot be advanced by hand yet: "
                + relay.away()
                + " still runs or blocks for real; let it end first",
            cause);
      }
      clockwork = null;
      gate.automatic(false);
      guests.letAllGo();
    } finally {
      gate.unlock();
    }
    Engine.rethrow(cause);
  }

  private void start() {
    Clockwork started = new Clockwork(this, guests, gate);
    clockwork = started;
    started.start();
  }

  /** Gives strands that were left alone the time they need, unless they stay blocked. */
  private void awaitThoseAway() {
    int blocked = 0;
    for (int round = 0; round < reportAfter && blocked < BLOCKED_FOR_GOOD; round++) {
      gate.lock();
      try {
        if (!relay.anyAway() || relay.isStopped()) {
          return;
        }
        blocked = relay.allAwayStay() ? blocked + 1 : 0;
      } finally {
        gate.unlock();
      }
      LockSupport.parkNanos(this, Clockwork.MOMENT_NANOS);
    }
  }

  /** Ends it with its timeline: whoever still waits is told so. */
  List<String> stop() {
    Clockwork running = clockwork;
    if (running != null) {
      running.end();
    }
    List<String> stuck = relay.stop();
    gate.lock();
    try {
      guests.letAllGo();
    } finally {
      gate.unlock();
    }
    return stuck;
  }

  private void checkSwitch() {
    if (engine.isOnStrand()) {
      throw new IllegalStateException(
          engine.whereabouts().activity()
              + " switches between automatic and explicit time, but only the test may");
    }
  }

  /** Answers whether it was ever on. */
  boolean wasOn() {
    return everOn;
  }

  /** Returns how many threads that are no strands wait on the timeline. */
  public int guestsWaiting() {
    gate.lock();
    try {
      return guests.waiting();
    } finally {
      gate.unlock();
    }
  }

  Guests guests() {
    return guests;
  }

  /** Returns what failed while it was on, if nobody has been told of that yet; once. */
  public @Nullable Throwable takeFailure() {
    Clockwork last = clockwork;
    return last == null ? null : last.takeFailure();
  }

  @Nullable Clockwork clockwork() {
    return clockwork;
  }

  /** Answers whether time may go on from an instant to the next one without a new look around. */
  boolean mayGoOn() {
    return !engine.holds.any() && !guests.isBusy() && !relay.keepsTimeStill();
  }

  /**
   * Starts to run what is due at the next instant, for the calling thread, which holds the gate.
   * Answers null if there is nothing to do.
   *
   * @param mayMoveTo how far time may move for that, in elapsed time
   */
  @Nullable Advance startNextInstant(long mayMoveTo) {
    if (still) {
      return null;
    }
    driving.hear();
    engine.agenda.findNext();
    long due = engine.agenda.nextDue;
    long now = engine.time().nanoTime();
    boolean moves = due > now;
    if (!driving.hasFailed()
        && (due == Elapsed.NEVER || (moves && (due > mayMoveTo || engine.holds.any())))) {
      return null;
    }
    Advance request = Advance.to(moves ? due : now);
    driving.start(request);
    driving.go();
    return request;
  }

  /** Answers whether nobody but the timeline can let anybody go on; with the gate held. */
  boolean looksQuiet() {
    return guests.lookQuiet() && !relay.keepsTimeStill();
  }

  /** Answers the same after a closer look, at those who are blocked for real. */
  boolean isQuiet() {
    return looksQuiet() && !guests.anyGoesOn() && !relay.anyGoesOn();
  }

  /** Returns the elapsed time of what is due next; with the gate held. */
  long nextDue() {
    engine.agenda.findNext();
    return engine.agenda.nextDue;
  }

  /**
   * Returns for how long, in real time, nobody may have gone on before time moves to an instant:
   * none if nobody could, and else a hundredth of the move, up to a limit. The limit is higher for
   * strands, for which that move may be a time-out that must not strike.
   */
  long moment(long due) {
    gate.lock();
    try {
      long move = (due - engine.time().nanoTime()) / 100;
      return relay.anyAway()
          ? Math.min(move, LONGEST_FOR_STRANDS_NANOS)
          : guests.isAnyoneBlocked() ? Math.min(move, LONGEST_FOR_OTHERS_NANOS) : 0;
    } finally {
      gate.unlock();
    }
  }

  /** Returns after how many rounds without anything to do {@link #reportStandstill} is called. */
  int reportAfter() {
    return reportAfter;
  }

  /** Sets after how many rounds of the clock it is told that time stands still. */
  void reportAfter(int rounds) {
    reportAfter = rounds;
  }

  /**
   * Tells the log that time stands still, if anybody waits for it. Answers the failure of those who
   * wait on the timeline, if nothing is due there; else null.
   */
  @Nullable AssertionError reportStandstill() {
    gate.lock();
    try {
      boolean nothingDue = nextDue() == Elapsed.NEVER;
      boolean anyoneWaits = guests.waiting() > 0 || relay.anyAway() || !relay.waiting().isEmpty();
      if (!anyoneWaits || still) {
        return null;
      }
      AssertionError report = Standstill.automatic(engine, guests, nothingDue);
      LOG.warn(report.getMessage());
      return nothingDue && guests.waiting() > 0 ? report : null;
    } finally {
      gate.unlock();
    }
  }

  /** Lets another strand go on if the one that runs has blocked for real. */
  void replaceBlocked(Advance request, Strand suspect) {
    if (!still && gate.advance() == request && relay.leaveAlone(suspect)) {
      relay.start();
    }
  }

  /** Does something while no other strand than the calling one, if it is one, starts to run. */
  <T> T whileItStandsStill(Supplier<T> action) {
    gate.lock();
    try {
      if (!engine.isOnStrand()) {
        gate.awaitHome(Long.MAX_VALUE);
      }
      still = true;
    } finally {
      gate.unlock();
    }
    try {
      return action.get();
    } finally {
      gate.lock();
      still = false;
      gate.unlock();
    }
  }

  @Nullable Strand running() {
    return relay.driver();
  }
}
