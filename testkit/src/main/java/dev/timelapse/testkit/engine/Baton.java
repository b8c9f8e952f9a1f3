package dev.timelapse.testkit.engine;

import java.util.concurrent.locks.LockSupport;

/**
 * A thread's place in the relay: it may run on the timeline only after the baton was passed to it.
 * Passing happens before what the receiver does next, so that the timeline's state needs no lock.
 */
final class Baton {

  private final Thread owner;
  private volatile boolean passed;

  Baton(Thread owner) {
    this.owner = owner;
  }

  /** Lets the owner go on; the caller must touch the timeline no more. */
  void pass() {
    passed = true;
    LockSupport.unpark(owner);
  }

  /**
   * Blocks the owner until the baton comes. Calls {@code onInterrupt} each time it is interrupted
   * meanwhile.
   */
  void await(Runnable onInterrupt) {
    while (!passed) {
      LockSupport.park(this);
      if (!passed && Thread.interrupted()) {
        onInterrupt.run();
      }
    }
    passed = false;
  }
}
