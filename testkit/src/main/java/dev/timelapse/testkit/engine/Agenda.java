package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.PendingEvent;
import dev.timelapse.scheduler.SimulatedScheduler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * All that is to come on a timeline: the timers, and what has a queue of its own; and which is
 * next.
 */
final class Agenda {

  static final long NEVER = SimulatedScheduler.NEVER;

  /** Threads that are not of the timeline may add to it at any time. */
  final List<Driven> driven = new CopyOnWriteArrayList<>();

  private final TimerHeap timers = new TimerHeap();
  private final AtomicLong sequence = new AtomicLong();
  private int foregroundScript;

  /** What {@link #findNext} found: a timer, or one with a queue of its own, or neither. */
  @Nullable Timer nextTimer;

  @Nullable Driven nextDriven;
  long nextDue = NEVER;

  long nextSequence() {
    return sequence.getAndIncrement();
  }

  void add(Timer timer) {
    timer.sequence = nextSequence();
    timers.add(timer);
    foregroundScript += isForegroundScript(timer) ? 1 : 0;
  }

  /** Takes a timer out. Answers whether it was there. */
  boolean remove(Timer timer) {
    boolean removed = timers.remove(timer);
    foregroundScript -= removed && isForegroundScript(timer) ? 1 : 0;
    return removed;
  }

  /** Lets a wait end at an instant, whatever its deadline. */
  void requeue(Timer timer, long due) {
    remove(timer);
    timer.due = due;
    add(timer);
  }

  /** Returns when the wall clock shows an instant: at once if it is past. */
  static long dueAt(Instant instant, VirtualTimeSource time) {
    return Math.max(time.nanoTime(), time.wallCourse().elapsedAt(instant));
  }

  /** Lets what follows the wall clock be due when that shows its instant, as it goes now. */
  void wallClockSet(VirtualTimeSource time) {
    for (Timer timer : timers.inOrder()) {
      if (timer.shown != null) {
        timers.remove(timer);
        timer.due = dueAt(timer.shown, time);
        timers.add(timer);
      }
    }
  }

  /** Returns all that is to come, in order. */
  List<PendingEvent> pending(VirtualTimeSource time) {
    List<PendingEvent> pending = new ArrayList<>();
    for (Timer timer : timers.inOrder()) {
      pending.add(
          new PendingEvent(
              timer.name,
              time.instantAt(timer.due),
              timer.priority,
              !timer.isForeground() || timer.wait != null));
    }
    for (Driven each : driven) {
      pending.addAll(each.pending());
    }
    pending.sort(Comparator.comparing(PendingEvent::due).thenComparing(PendingEvent::priority));
    return List.copyOf(pending);
  }

  /**
   * Answers whether something is to come that is not merely the next round of a recurring thing.
   */
  boolean hasForeground() {
    if (foregroundScript > 0) {
      return true;
    }
    for (int i = 0; i < driven.size(); i++) {
      if (driven.get(i).hasForeground()) {
        return true;
      }
    }
    return false;
  }

  /** Finds what is next by (due, priority, sequence). */
  void findNext() {
    nextTimer = timers.first();
    nextDriven = null;
    int priority = 0;
    long sequenceOfNext = 0;
    nextDue = NEVER;
    if (nextTimer != null) {
      nextDue = nextTimer.due;
      priority = nextTimer.priority;
      sequenceOfNext = nextTimer.sequence;
    }
    for (int i = 0; i < driven.size(); i++) {
      Driven candidate = driven.get(i);
      long due = candidate.nextDue();
      if (due == NEVER) {
        continue;
      }
      int itsPriority = candidate.nextPriority();
      long itsSequence = candidate.nextSequence();
      if (Key.compare(due, itsPriority, itsSequence, nextDue, priority, sequenceOfNext) < 0) {
        nextTimer = null;
        nextDriven = candidate;
        nextDue = due;
        priority = itsPriority;
        sequenceOfNext = itsSequence;
      }
    }
  }

  private static boolean isForegroundScript(Timer timer) {
    return timer.wait == null && timer.isForeground();
  }
}
