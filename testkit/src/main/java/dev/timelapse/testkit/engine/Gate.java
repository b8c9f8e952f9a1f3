package dev.timelapse.testkit.engine;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who may touch the timeline. While time is advanced it is the strand that holds the baton, without
 * a lock; between two advances it is any other thread, one at a time; and in automatic time, where
 * strands and other threads run side by side, it is whoever holds the lock.
 */
final class Gate {

  private final Engine engine;
  private final ReentrantLock lock = new ReentrantLock();

  /** What the test asked for; null while the baton is at home. Set with the lock held. */
  private volatile @Nullable Advance advance;

  private volatile boolean automatic;

  Gate(Engine engine) {
    this.engine = engine;
  }

  /** Lets the calling thread touch the timeline until it leaves, or tells it why not. */
  void enter(String what) {
    Strand me = Strand.current(engine);
    if (me != null) {
      engine.relay.checkAlive(me);
      if (!automatic) {
        return;
      }
    }
    lock.lock();
    if (me == null && !automatic && advance != null) {
      lock.unlock();
      throw new IllegalStateException(
          "thread \""
              + Thread.currentThread().getName()
              + "\" is not of this timeline and touches its "
              + what
              + " while time is advanced, so that no two runs would be alike: do it from a job, from the script or from"
              + " the test, between two advances");
    }
  }

  /** Ends what {@link #enter} or {@link #lockIfShared} began. */
  void leave() {
    if (lock.isHeldByCurrentThread()) {
      lock.unlock();
    }
  }

  /** Keeps all other threads out that do the same. */
  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  /** Keeps other threads out, if there may be some: strands need that in automatic time alone. */
  void lockIfShared() {
    if (automatic) {
      lock.lock();
    }
  }

  /** Answers whether another thread waits for being let in. */
  boolean isAwaitedBy(Thread thread) {
    return lock.hasQueuedThread(thread);
  }

  /** Returns what is being asked for, to a strand that runs because of that. */
  Advance asked() {
    Advance asked = advance;
    if (asked == null) {
      throw new IllegalStateException("a strand runs, but nobody asked for it");
    }
    return asked;
  }

  /** Returns what is being asked for; null while the baton is at home. */
  @Nullable Advance advance() {
    return advance;
  }

  /** Takes note that time is asked to pass, or null when it has; with the lock held. */
  void advance(@Nullable Advance request) {
    advance = request;
  }

  /** Answers whether other threads than the one with the baton touch the timeline, too. */
  boolean isAutomatic() {
    return automatic;
  }

  /**
   * Answers whether who holds the lock, and is no strand, may touch all that is on the timeline.
   */
  boolean isOpen() {
    return automatic || advance == null;
  }

  void automatic(boolean yes) {
    automatic = yes;
  }
}
