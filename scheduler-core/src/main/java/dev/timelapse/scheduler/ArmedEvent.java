package dev.timelapse.scheduler;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that is more than a slot: it comes again, lives on the wall clock, or was added by
 * another thread while a task ran. The owner writes its fields, but for its end.
 */
abstract sealed class ArmedEvent extends Event permits OneShot, Series {

  private static final VarHandle SLOT;
  private static final VarHandle ENDED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      SLOT = lookup.findVarHandle(ArmedEvent.class, "slot", int.class);
      ENDED = lookup.findVarHandle(ArmedEvent.class, "ended", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The elapsed due time. */
  long due;

  /**
   * The wall-clock due time, if this event is on the wall clock: its elapsed due time is then
   * derived from it.
   */
  @Nullable Instant dueInstant;

  /** The insertion stamp, if it was given before the owner queues this event. */
  long sequence = Slots.NONE;

  /** Its place among the calendar events of the scheduler, or {@link Slots#NONE}. */
  int calendarPlace = Slots.NONE;

  /** Whether somebody waits for this event to run, as opposed to a series that goes on for ever. */
  boolean foreground;

  @SuppressWarnings("unused") // through its handle
  private int slot = Slots.NONE;

  @SuppressWarnings("unused") // through its handle
  private boolean ended;

  ArmedEvent(Loop loop, int priority) {
    super(loop, priority);
  }

  @Override
  public final boolean cancel() {
    return loop.cancel(this);
  }

  @Override
  public final boolean isPending() {
    if (hasEnded()) {
      return false;
    }
    int current = slot();
    return current == Slots.NONE ? !isHeld() : loop.slots().isLiveNow(current);
  }

  /** Answers whether it is kept out of the queue, on any thread. */
  boolean isHeld() {
    return false;
  }

  @Override
  public final @Nullable Instant due() {
    if (!isPending()) {
      return null;
    }
    Instant instant = dueInstant;
    return instant != null ? instant : loop.clocks.instantAt(due);
  }

  /** Answers whether it comes again, so that nobody waits for it alone. */
  abstract boolean isRecurring();

  /** Takes account of a step of the wall clock. */
  abstract void recompute(Clocks clocks);

  /** Derives the elapsed due time of a wall-clock event from its instant. */
  final void map(Clocks clocks) {
    if (dueInstant != null) {
      due = clocks.elapsedAt(dueInstant);
    }
  }

  /** Answers whether a step of the wall clock matters to this event. */
  abstract boolean onWallClock();

  /** Returns the delay that leads to the due times, for events with a lane. */
  long lane() {
    return EventQueue.NO_LANE;
  }

  final int slot() {
    return (int) SLOT.getAcquire(this);
  }

  final void slot(int value) {
    SLOT.setRelease(this, value);
  }

  /** Decides, on any thread, that this event ends. Answers whether this call did it. */
  final boolean end() {
    return ENDED.compareAndSet(this, false, true);
  }

  final boolean hasEnded() {
    return (boolean) ENDED.getAcquire(this);
  }
}
