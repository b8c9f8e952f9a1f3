package dev.timelapse.testkit.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Moves the time of a timeline by itself. What is due runs at once; time goes on to the next due
 * instant when every strand waits, and the threads that wait on the timeline or switched it to
 * automatic time wait too, or are blocked for real. Whether a thread is blocked is seen from
 * outside, twice, a moment apart: that moment is what keeps a thread that was just woken up, and
 * has not got the processor yet, from being taken for one that still sleeps.
 */
final class Clockwork extends Thread {

  private static final long MOMENT_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

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
    while (!ended) {
      Advance request = startNext();
      if (request == null) {
        LockSupport.parkNanos(this, MOMENT_NANOS);
      } else {
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
    boolean quiet = isQuiet();
    gate.lock();
    try {
      // Others may have gone on since it was quiet: look again, now that none can enter. Who ends
      // this blocks until it has ended, which is not the quiet that lets time move.
      boolean timeMayMove = quiet && guests.lookQuiet();
      return failure != null || ended ? null : automatic.startNextInstant(timeMayMove);
    } finally {
      gate.unlock();
    }
  }

  private boolean isQuiet() {
    if (!looksQuiet()) {
      return false;
    }
    gate.lock();
    try {
      if (guests.allWaitOnTheTimeline()) {
        return true;
      }
    } finally {
      gate.unlock();
    }
    LockSupport.parkNanos(this, MOMENT_NANOS);
    return looksQuiet();
  }

  private boolean looksQuiet() {
    gate.lock();
    try {
      return guests.lookQuiet();
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
