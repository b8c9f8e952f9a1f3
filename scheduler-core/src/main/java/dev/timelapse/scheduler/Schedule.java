package dev.timelapse.scheduler;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is pending: the queue, the events on the wall clock, and the insertion order. The
 * scheduler's owner alone touches it.
 */
final class Schedule {

  /**
   * How long the loop sleeps at most while calendar events are pending: the bound on noticing a
   * stepped wall clock.
   */
  private static final long WALL_CLOCK_CHECK_NANOS = 1_000_000_000L;

  final Clocks clocks;
  final EventQueue queue = new EventQueue();
  private final Slots slots = queue.slots;
  private final @Nullable Simulation simulation;
  private final List<ArmedEvent> calendar = new ArrayList<>();
  private long sequence;
  private int foreground;

  Schedule(Clocks clocks, @Nullable Simulation simulation) {
    this.clocks = clocks;
    this.simulation = simulation;
  }

  /** Queues a one-shot of elapsed time. */
  SlotEvent add(Loop loop, Task task, long delay, int priority) {
    long due = Nanos.plus(clocks.elapsed(), delay);
    long stamp = nextSequence();
    int slot = slots.add(task, due, priority, stamp);
    queue.add(due, slot, delay);
    if (due != Nanos.NEVER) {
      foreground++;
    }
    return new SlotEvent(loop, slot, priority, Slots.stamp(priority, stamp));
  }

  /** Queues an event for its due time, as the last of its priority, unless it has a stamp. */
  void add(ArmedEvent event) {
    if (event.onWallClock()) {
      syncClocks();
      event.map(clocks);
    }
    long stamp = event.sequence == Slots.NONE ? nextSequence() : event.sequence;
    event.sequence = Slots.NONE;
    put(event, stamp);
    if (event.onWallClock()) {
      event.calendarPlace = calendar.size();
      calendar.add(event);
    }
  }

  /** Queues a plain job that has run and keeps its slot. */
  void addAgain(ScheduledJob job, int slot) {
    slots.renew(slot, job.due, job.priority, nextSequence());
    queue.add(job.due, slot, job.period());
  }

  /** Queues a job anew, or takes it out, after it was paused, resumed or asked to run. */
  void requeue(ScheduledJob job) {
    if (!job.hasEnded() && !job.isRunning()) {
      withdraw(job);
      syncClocks();
      job.recompute(clocks);
      if (job.arm()) {
        add(job);
      }
    }
  }

  /** Takes an event out of the queue that is the first there and is going to run. */
  void remove(ArmedEvent event, int slot) {
    queue.removeFirst();
    leaveQueue(event);
    slots.retire(slot);
  }

  /** Takes an event out of the queue that was cancelled, or will be queued anew. */
  void withdraw(ArmedEvent event) {
    int slot = event.slot();
    if (slot != Slots.NONE && slots.isLive(slot)) {
      leaveQueue(event);
      slots.retire(slot);
      slots.forget(slot);
      event.slot(Slots.NONE);
      queue.cancelled(slot);
    }
  }

  /** Frees the slot of an event that has run for the last time. */
  void release(ArmedEvent event) {
    slots.free(event.slot());
    event.slot(Slots.NONE);
  }

  /** Takes account of a one-shot in a slot that runs. */
  void oneShotRuns() {
    foreground--;
  }

  /** Takes account of a one-shot in a slot that was cancelled. */
  void cancelled(int slot, long due) {
    if (due != Nanos.NEVER) {
      foreground--;
    }
    queue.cancelled(slot);
  }

  long nextSequence() {
    return simulation != null ? simulation.nextSequence() : sequence++;
  }

  /** Returns how many events are pending that somebody waits for and that will come due. */
  int foreground() {
    return foreground;
  }

  boolean hasCalendar() {
    return !calendar.isEmpty();
  }

  /**
   * Returns how long the earliest event has to wait from now on, at most 0 if it is due, never if
   * there is none. One on the wall clock is never early, even if that clock has become slower by
   * less than makes {@link Clocks} renew its mapping.
   */
  long nextWait(long now) {
    int slot = queue.first();
    long wait = Nanos.until(queue.firstDue(), now);
    if (wait <= 0 && !calendar.isEmpty() && slots.action(slot) instanceof ArmedEvent event) {
      return event.dueInstant == null ? wait : Nanos.between(clocks.instant(), event.dueInstant);
    }
    return wait;
  }

  /** Returns when a loop has to wake up for an event that is to wait so long, in elapsed time. */
  long wakeTime(long wait) {
    long most = hasCalendar() ? Math.min(wait, WALL_CLOCK_CHECK_NANOS) : wait;
    return Nanos.plus(clocks.elapsed(), most);
  }

  /** Computes the calendar events afresh if the clocks have come apart. */
  void syncClocks() {
    if (clocks.sync()) {
      recomputeCalendar();
    }
  }

  private void recomputeCalendar() {
    for (ArmedEvent event : List.copyOf(calendar)) {
      if (event.hasEnded() || event.calendarPlace == Slots.NONE) {
        continue;
      }
      long stamp = slots.sequence(event.slot());
      withdraw(event);
      event.recompute(clocks);
      event.map(clocks);
      put(event, stamp);
      event.calendarPlace = calendar.size();
      calendar.add(event);
    }
  }

  private void put(ArmedEvent event, long stamp) {
    int slot = event.slot();
    if (slot == Slots.NONE) {
      slot = slots.add(event, event.due, event.priority, stamp);
      event.slot(slot);
    } else {
      slots.renew(slot, event.due, event.priority, stamp);
    }
    queue.add(event.due, slot, event.lane());
    if (event.foreground && event.due != Nanos.NEVER) {
      foreground++;
    }
  }

  private void leaveQueue(ArmedEvent event) {
    if (event.foreground && event.due != Nanos.NEVER) {
      foreground--;
    }
    if (event.calendarPlace != Slots.NONE) {
      ArmedEvent last = calendar.remove(calendar.size() - 1);
      if (last != event) {
        calendar.set(event.calendarPlace, last);
        last.calendarPlace = event.calendarPlace;
      }
      event.calendarPlace = Slots.NONE;
    }
  }
}
