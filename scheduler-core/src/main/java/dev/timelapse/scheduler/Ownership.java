package dev.timelapse.scheduler;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Who may touch the schedule, and who drives it.
 *
 * <p>One thread at a time is the <em>owner</em> and touches the schedule without a lock. The
 * <em>driver</em> owns it while it runs tasks, so that what a task schedules costs no
 * synchronisation, and gives it up while it sleeps. Any other thread becomes the owner for a
 * moment, if it can, and else leaves what it wants in the inbox, which every owner empties.
 *
 * <p>To become the owner takes the one atomic operation on the way of an event; an owner leaves
 * with a plain store. Two things follow. What is put into the inbox just then may stay there until
 * somebody looks: everybody who asks about the schedule does, and one who leaves a sleeping driver
 * behind makes sure. And those who cancel a one-shot beside the owner need its word on who is
 * first, see {@link #isAlone}.
 */
final class Ownership {

  private static final VarHandle OWNER;
  private static final VarHandle ALONE;
  private static final VarHandle DRIVING;
  private static final VarHandle CANCELLERS;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      OWNER = lookup.findVarHandle(Ownership.class, "owner", Thread.class);
      ALONE = lookup.findVarHandle(Ownership.class, "alone", boolean.class);
      DRIVING = lookup.findVarHandle(Ownership.class, "driving", boolean.class);
      CANCELLERS = lookup.findVarHandle(Ownership.class, "cancellers", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final Inbox inbox = new Inbox();
  private final Schedule schedule;
  private final Clocks clocks;

  /** Read plainly only to see whether it is the reader: no other thread writes that. */
  private @Nullable Thread owner;

  /** How often somebody has become the owner. */
  private long turn;

  /** Whether the owner need not reckon with others who cancel one-shots; true without an owner. */
  private boolean alone = true;

  /** How many threads are cancelling a one-shot beside the owner. */
  @SuppressWarnings("unused") // through its handle
  private int cancellers;

  /** Whether the owner is the driver, as opposed to one who came for a moment. */
  @SuppressWarnings("unused") // through its handle
  private boolean driving;

  /** The thread inside a driving method that sleeps in between, awake or asleep. */
  private volatile @Nullable Thread runner;

  /** When the runner means to wake up; meaningful while it sleeps. */
  private long sleepsUntil;

  private volatile boolean closed;

  /** Told by a driver who leaves while somebody may wait for that. */
  private final Ending ending;

  Ownership(Schedule schedule, Clocks clocks) {
    this.schedule = schedule;
    this.clocks = clocks;
    this.ending = new Ending(clocks);
  }

  // To own.

  boolean isMine() {
    return owner == Thread.currentThread();
  }

  boolean tryEnter() {
    if (OWNER.getOpaque(this) != null || !OWNER.compareAndSet(this, null, Thread.currentThread())) {
      return false;
    }
    turn++;
    if ((int) CANCELLERS.getVolatile(this) != 0) {
      admitOthers();
    }
    return true;
  }

  /** Returns the number of the owner's turn; for the owner. */
  long turn() {
    return turn;
  }

  /**
   * Answers whether nobody has touched the schedule since that turn, or is about to. Who comes at
   * the same time counts as coming after.
   */
  boolean isUntouchedSince(long itsTurn) {
    return OWNER.getAcquire(this) == null && turn == itsTurn && inbox.isEmpty() && !closed;
  }

  /** Gives up the ownership, and makes sure that nothing is left in the inbox unseen. */
  void leave() {
    do {
      drain();
      Thread sleeper = runner;
      alone = true;
      if (sleeper == null) {
        OWNER.setRelease(this, null);
      } else {
        boolean wakes = wantsToWake();
        OWNER.setVolatile(this, null);
        if (wakes) {
          LockSupport.unpark(sleeper);
        }
      }
    } while (!inbox.isEmpty() && tryEnter());
  }

  /** Does something to the schedule now, or has it done as soon as the running task has ended. */
  void asOwner(Runnable action) {
    if (isMine()) {
      action.run();
    } else if (tryEnter()) {
      try {
        admitOthers();
        drain();
        action.run();
      } finally {
        leave();
      }
    } else {
      inbox.add(action);
      drainIfNobodyElseDoes();
    }
  }

  void drainIfNobodyElseDoes() {
    if (tryEnter()) {
      leave();
    }
  }

  /**
   * Does what the inbox asks for; for the owner. What comes in meanwhile waits for the next time,
   * lest other threads keep the owner from everything else.
   */
  void drain() {
    if (!inbox.isEmpty()) {
      admitOthers();
      for (Object item : inbox.take()) {
        if (item instanceof Runnable command) {
          command.run();
        } else if (item instanceof ArmedEvent event && !event.hasEnded()) {
          schedule.add(event);
        }
      }
    }
  }

  // To cancel one-shots beside the owner.

  /**
   * Answers whether the owner alone decides about one-shots. It does from its entry on, until it
   * first calls what is not ours and may take long. Those who cancel meanwhile wait; later they and
   * the owner decide by compare-and-set on the one-shot's stamp.
   *
   * <p>No canceller is overlooked: it counts itself before it looks at {@code alone}, and who
   * enters looks at the count after the compare-and-set that made it the owner. Either the owner
   * sees the canceller, or the canceller sees what the last owner left before: true.
   */
  boolean isAlone() {
    return alone;
  }

  /** Lets others cancel one-shots from now on: for an owner that is about to take its time. */
  void admitOthers() {
    if (alone) {
      ALONE.setRelease(this, false);
    }
  }

  /** Begins to cancel. Answers whether the caller has become the owner. */
  boolean beginCancelling() {
    CANCELLERS.getAndAdd(this, 1);
    while ((boolean) ALONE.getVolatile(this)) {
      if (tryEnter()) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  void endCancelling() {
    CANCELLERS.getAndAdd(this, -1);
  }

  // To drive.

  /**
   * Makes the calling thread the driver and the owner.
   *
   * @param sleeps whether it is going to sleep in between
   */
  void startDriving(boolean sleeps) {
    Thread current = Thread.currentThread();
    if (owner == current) {
      throw new IllegalStateException(
          "a task of this scheduler tried to drive it: its thread drives it already; schedule what is to run instead");
    }
    while (!tryEnter()) {
      requireNotDriver(driver(), current);
      Thread.onSpinWait();
    }
    Thread other = runner;
    if (other != null) {
      leave();
      requireNotDriver(other, current);
    }
    DRIVING.setRelease(this, true);
    if (sleeps) {
      runner = current;
    }
  }

  void stopDriving() {
    boolean awaited = closed || runner != null;
    if (awaited) {
      synchronized (ending) {
        runner = null;
        DRIVING.setVolatile(this, false);
        ending.notifyAll();
      }
    } else {
      DRIVING.setRelease(this, false);
    }
    alone = true;
    OWNER.setRelease(this, null);
    if (!awaited && closed) {
      // Closed since the look above: who waits may have seen this drive and gone to sleep.
      synchronized (ending) {
        ending.notifyAll();
      }
    }
  }

  /**
   * Sleeps, with the ownership given up, for so long at most, or until there is something to do.
   */
  void sleep(long wait) {
    sleepsUntil = schedule.wakeTime(wait);
    alone = true;
    OWNER.setVolatile(this, null);
    if (inbox.isEmpty() && !closed) {
      long nanos = Nanos.until(sleepsUntil, clocks.elapsed());
      if (nanos > 0) {
        LockSupport.parkNanos(this, nanos);
      }
    }
    while (!tryEnter()) {
      Thread.onSpinWait();
    }
  }

  /** Answers whether somebody drives, the calling thread included. */
  boolean isDriven() {
    return driver() != null;
  }

  /** Returns the driver, or null if there is none. */
  private @Nullable Thread driver() {
    Thread sleeping = runner;
    if (sleeping != null) {
      return sleeping;
    }
    Thread current = (Thread) OWNER.getVolatile(this);
    return (boolean) DRIVING.getVolatile(this) ? current : null;
  }

  private static void requireNotDriver(@Nullable Thread other, Thread current) {
    if (other != null) {
      throw new IllegalStateException(
          "thread \""
              + other.getName()
              + "\" drives this scheduler; \""
              + current.getName()
              + "\" cannot drive it too, but may schedule, cancel and close");
    }
  }

  private boolean wantsToWake() {
    return schedule.queue.isEmpty()
        || schedule.wakeTime(schedule.nextWait(clocks.elapsed())) < sleepsUntil;
  }

  // To end.

  boolean isClosed() {
    return closed;
  }

  void close() {
    closed = true;
    LockSupport.unpark(runner);
  }

  /**
   * Waits until nobody drives any more, and interrupts the driver when that takes longer than the
   * limit or the calling thread is interrupted.
   */
  void awaitEnd(long limit) {
    if (driver() != Thread.currentThread()) {
      ending.await(this::driver, limit);
    }
  }
}
