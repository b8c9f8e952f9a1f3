package dev.timelapse.testkit.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Moves the time of a timeline by itself. What is due runs at once; time goes on to the next due
 * instant when every strand waits, and the threads that wait on the timeline or switched it to
 * automatic time wait too, or are blocked for real. Whether a thread is blocked is seen from
 * outside, where one that was just woken up, and has not got the processor yet, looks as if it
 * still slept. So before time moves while anybody is blocked, each of them is given a moment: as
 * long as that time would take, and some milliseconds at most. On a busy machine that may be too
 * short; on Linux the kernel, which knows, has the last word.
 */
final class Clockwork extends Thread {

  static final long MOMENT_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

  private final AutomaticTime automatic;
  private final Guests guests;
  private final Gate gate;
  private volatile boolean ended;
  private @Nullable Throwable failure;

  Clockwork(AutomaticTime automatic, Guests guests, Gate gate) {
    super("timelapse-clock");
    this.automatic = automatic;
    this.guests = guests;
    this.gate = gate;
    setDaemon(true);
  }

  @Override
  public void run() {
    int idle = 0;
    while (!ended) {
      Advance request = startNext();
      if (request == null) {
        if (++idle == automatic.reportAfter()) {
          keep(automatic.reportStandstill());
        }
        LockSupport.parkNanos(this, MOMENT_NANOS);
      } else {
        idle = 0;
        watch(request);
        keep(request.failure);
      }
    }
  }

  /** Ends it after the instant that it is at; returns when it has ended. */
  void end() {
    ended = true;
    boolean interrupted = false;
    while (isAlive()) {
      try {
        join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns what failed, once. */
  @Nullable Throwable takeFailure() {
    gate.lock();
    try {
      Throwable taken = failure;
      failure = null;
      return taken;
    } finally {
      gate.unlock();
    }
  }

  private @Nullable Advance startNext() {
    long due = nextDue();
    boolean quiet = staysQuiet(due);
    gate.lock();
    try {
      // Others may have gone on since it was quiet: look again, now that none can enter. Who ends
      // this blocks until it has ended, which is not the quiet that lets time move.
      boolean timeMayMove = quiet && automatic.isQuiet();
      return failure != null || ended ? null : automatic.startNextInstant(timeMayMove ? due : 0);
    } finally {
      gate.unlock();
    }
  }

  private long nextDue() {
    gate.lock();
    try {
      return automatic.nextDue();
    } finally {
      gate.unlock();
    }
  }

  /** Answers whether nobody goes on of those who might, if time is to move to an instant. */
  private boolean staysQuiet(long due) {
    boolean quiet = looksQuiet();
    long moment = quiet && due != Elapsed.NEVER ? automatic.moment(due) : 0;
    while (quiet && moment > 0) {
      LockSupport.parkNanos(this, Math.min(moment, MOMENT_NANOS));
      moment -= MOMENT_NANOS;
      quiet = looksQuiet();
    }
    return quiet;
  }

  private boolean looksQuiet() {
    gate.lock();
    try {
      return automatic.looksQuiet();
    } finally {
      gate.unlock();
    }
  }

  /** Waits until the instant is over; a strand that blocks for real meanwhile is left alone. */
  private void watch(Advance request) {
    Strand suspect = null;
    while (!request.baton.awaitShortly(MOMENT_NANOS)) {
      Strand running = automatic.running();
      boolean blocked = running != null && running.isBlocked();
      if (running != null && blocked && running == suspect) {
        gate.lock();
        try {
          automatic.replaceBlocked(request, running);
        } finally {
          gate.unlock();
        }
        suspect = null;
      } else {
        suspect = blocked ? running : null;
      }
    }
  }

  private void keep(@Nullable Throwable cause) {
    if (cause != null) {
      gate.lock();
      try {
        failure = cause;
        guests.letAllGo();
      } finally {
        gate.unlock();
      }
    }
  }
}
