package dev.timelapse.testkit.engine;

import dev.timelapse.testkit.recording.Readers;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who may touch the timeline. While time is advanced it is the strand that holds the baton, without
 * a lock; between two advances it is any other thread, one at a time; and in automatic time, where
 * strands and other threads run side by side, it is whoever holds the lock.
 */
final class Gate {

  /** How often, in real time, one who stands aside looks for what nobody tells it. */
  private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Engine engine;
  private final ReentrantLock lock = new ReentrantLock();

  /** What the test asked for; null while the baton is at home. Set with the lock held. */
  private volatile @Nullable Advance advance;

  private volatile boolean automatic;

  /** Whether the strand that drives waits for others, who may touch the timeline meanwhile. */
  private volatile boolean aside;

  /** Signalled when the baton comes home, and when nobody may hold time any more. */
  private final Condition changed = lock.newCondition();

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
    if (me == null && !isOpen()) {
      lock.unlock();
      throw new IllegalStateException(
          "thread \""
              + Thread.currentThread().getName()
              + "\" is not of this timeline and touches its "
              + what
              + " while time is advanced, so that no two runs would be alike: do it from a job, from the script or from"
              + " the test between two advances, or while it holds time with hold(…) and the advance waits for that");
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

  /**
   * Does something while other threads are kept out, if there may be some, and answers what it
   * answers. A caller who has the lock already keeps it, which {@link #leave} would not grant.
   */
  boolean alone(BooleanSupplier action) {
    boolean shared = automatic;
    if (shared) {
      lock.lock();
    }
    try {
      return action.getAsBoolean();
    } finally {
      if (shared) {
        lock.unlock();
      }
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
    if (request == null) {
      changed.signalAll();
    }
  }

  /**
   * Blocks the calling thread, which holds the lock and is no strand, until the baton is at home.
   *
   * @param nanos how long at most, in real time
   * @return whether it is
   */
  boolean awaitHome(long nanos) {
    boolean interrupted = false;
    long left = nanos;
    while (advance != null && left > 0) {
      try {
        left = changed.awaitNanos(left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return advance == null;
  }

  /** Answers whether other threads than the one with the baton touch the timeline, too. */
  boolean isAutomatic() {
    return automatic;
  }

  /**
   * Answers whether who holds the lock, and is no strand, may touch all that is on the timeline.
   */
  boolean isOpen() {
    return automatic || advance == null || aside;
  }

  /** Answers whether the strand that drives waits for others. */
  boolean isAside() {
    return aside;
  }

  /**
   * Lets other threads touch the timeline until something has come about, or for some real time;
   * for a strand that drives and runs nothing.
   */
  void standAside(BooleanSupplier until, long nanos) {
    long left = nanos;
    lock.lock();
    aside = true;
    try {
      while (!until.getAsBoolean() && left > 0) {
        long round = Math.min(left, ROUND_NANOS);
        left -= round - Math.max(0, changed.awaitNanos(round));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      aside = false;
      lock.unlock();
    }
  }

  /** Tells a strand that stands aside to look again. */
  void released() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void automatic(boolean yes) {
    automatic = yes;
  }

  /** Returns who may read the recording: whoever is let in. In automatic time that has a lock. */
  Readers readers() {
    return new Readers() {
      @Override
      public boolean enter() {
        if (automatic) {
          return false;
        }
        Gate.this.enter("recording");
        return lock.isHeldByCurrentThread();
      }

      @Override
      public void leave() {
        Gate.this.leave();
      }
    };
  }
}
