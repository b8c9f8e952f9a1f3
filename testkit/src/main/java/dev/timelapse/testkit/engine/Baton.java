package dev.timelapse.testkit.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread's place in the relay: it may run on the timeline only after the baton was passed to it.
 * Passing happens before what the receiver does next, so that the timeline's state needs no lock.
 */
final class Baton {

  /**
   * How long, in real time, what runs may go on after the thread that waits for it was interrupted.
   */
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Thread owner;
  private volatile boolean passed;
  private volatile boolean interruptSeen;

  Baton(Thread owner) {
    this.owner = owner;
  }

  Thread owner() {
    return owner;
  }

  /** Lets the owner go on; the caller must touch the timeline no more. */
  void pass() {
    passed = true;
    LockSupport.unpark(owner);
  }

  /** Blocks the owner until the baton comes. An interrupt is kept for later. */
  void await() {
    while (!passed) {
      LockSupport.park(this);
      if (owner.isInterrupted()) {
        interruptSeen = true;
        Thread.interrupted();
      }
    }
    passed = false;
  }

  /**
   * Blocks the owner until the baton comes. If it is interrupted and what runs meanwhile does not
   * end of itself soon, calls {@code onInterrupt}.
   */
  void await(Runnable onInterrupt) {
    boolean told = false;
    while (!passed) {
      if (interruptSeen && !told) {
        LockSupport.parkNanos(this, GRACE_NANOS);
        if (!passed && !Thread.interrupted()) {
          onInterrupt.run();
          told = true;
        }
      } else {
        LockSupport.park(this);
      }
      if (!passed && owner.isInterrupted()) {
        interruptSeen = true;
        Thread.interrupted();
      }
    }
    passed = false;
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
