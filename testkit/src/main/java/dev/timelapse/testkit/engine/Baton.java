package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.TimeSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread's place in the relay: it may run on the timeline only after the baton was passed to it.
 * Passing happens before what the receiver does next, so that the timeline's state needs no lock.
 */
final class Baton {

  /**
   * How long, in real time, what runs may go on after the thread that waits for it was interrupted.
   */
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /**
   * How long, in real time, one who will get the baton soon, as a rule, looks for it before it
   * sleeps: about what it takes to put a thread to sleep and to wake it up.
   */
  private static final long SOON_NANOS = TimeUnit.MICROSECONDS.toNanos(30);

  private static final TimeSource REAL = TimeSource.system();

  private static final boolean OTHERS_RUN_MEANWHILE =
      Runtime.getRuntime().availableProcessors() > 1;

  private final Thread owner;
  private final @Nullable Strand strand;
  private volatile boolean passed;
  private volatile boolean interruptSeen;

  Baton(Thread owner, @Nullable Strand strand) {
    this.owner = owner;
    this.strand = strand;
  }

  /** Returns the strand whose it is; null if the owner is none. */
  @Nullable Strand strand() {
    return strand;
  }

  Thread owner() {
    return owner;
  }

  /** Lets the owner go on; the caller must touch the timeline no more. */
  void pass() {
    passed = true;
    LockSupport.unpark(owner);
  }

  /** Lets the owner, who calls, look for the baton for a moment, if it is likely to come. */
  void lookOut() {
    if (OTHERS_RUN_MEANWHILE && !passed) {
      long end = REAL.nanoTime() + SOON_NANOS;
      while (!passed && REAL.nanoTime() - end < 0) {
        Thread.onSpinWait();
      }
    }
  }

  /**
   * Blocks the owner until the baton comes. An interrupt is kept for later.
   *
   * @param onInterrupt called when there is one, without the baton
   */
  void awaitAlone(Runnable onInterrupt) {
    while (!passed) {
      LockSupport.park(this);
      if (owner.isInterrupted()) {
        interruptSeen = true;
        Thread.interrupted();
        onInterrupt.run();
      }
    }
    passed = false;
  }

  /**
   * Blocks the owner until the baton comes. If it is interrupted and what runs meanwhile does not
   * end of itself soon, calls {@code onInterrupt}.
   *
   * @param lookout who looks now and then at what runs meanwhile; null for nobody
   */
  void awaitAsTest(Runnable onInterrupt, @Nullable Lookout lookout) {
    lookOut();
    boolean told = false;
    while (!passed) {
      if (interruptSeen && !told) {
        LockSupport.parkNanos(this, GRACE_NANOS);
        if (!passed && !Thread.interrupted()) {
          onInterrupt.run();
          told = true;
        }
      } else if (lookout == null) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, lookout.roundNanos());
      }
      if (!passed && owner.isInterrupted()) {
        interruptSeen = true;
        Thread.interrupted();
      }
      if (!passed && lookout != null) {
        lookout.lookQuietly();
      }
    }
    passed = false;
  }

  /** Answers whether it was passed to the owner, who calls and waits for that a moment at most. */
  boolean awaitShortly(long nanos) {
    if (!passed) {
      LockSupport.parkNanos(this, nanos);
    }
    return passed;
  }

  /** Lets the owner break off what it waits for; any thread may. */
  void interrupt() {
    interruptSeen = true;
    LockSupport.unpark(owner);
  }

  /** Answers whether the owner was interrupted and has not been told so yet; for any thread. */
  boolean isInterrupted() {
    return interruptSeen || owner.isInterrupted();
  }

  /** Answers whether the owner, who calls, was interrupted, and forgets it. */
  boolean takeInterrupt() {
    boolean seen = interruptSeen;
    interruptSeen = false;
    return Thread.interrupted() || seen;
  }
}
