package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.SimulatedScheduler;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All that is to come on a timeline: the timers and the schedulers, and which of them is next. */
final class Agenda {

  static final long NEVER = SimulatedScheduler.NEVER;

  /** Those of other threads may be built at any time. */
  final List<Driven> schedulers = new CopyOnWriteArrayList<>();

  private final PriorityQueue<Timer> timers = new PriorityQueue<>(Timer.ORDER);
  private final AtomicLong sequence = new AtomicLong();
  private int foregroundTimers;

  /** What {@link #findNext} found: a timer, or a scheduler, or neither. */
  @Nullable Timer nextTimer;

  @Nullable Driven nextScheduler;
  long nextDue = NEVER;

  long nextSequence() {
    return sequence.getAndIncrement();
  }

  void add(Timer timer) {
    timer.sequence = nextSequence();
    timers.add(timer);
    foregroundTimers += timer.isForeground() ? 1 : 0;
  }

  /** Takes out the timer that is the first of all and has come due. */
  void take(Timer timer) {
    timers.poll();
    foregroundTimers -= timer.isForeground() ? 1 : 0;
  }

  boolean cancel(Timer timer) {
    if (!timers.remove(timer)) {
      boolean live = timer.periodNanos > 0 && !timer.cancelled;
      timer.cancelled = true;
      return live;
    }
    timer.cancelled = true;
    foregroundTimers -= timer.isForeground() ? 1 : 0;
    return true;
  }

  List<Timer> timersInOrder() {
    return timers.stream().sorted(Timer.ORDER).toList();
  }

  /**
   * Answers whether something is to come that is not merely the next round of a recurring thing.
   */
  boolean hasForeground() {
    if (foregroundTimers > 0) {
      return true;
    }
    for (int i = 0; i < schedulers.size(); i++) {
      Driven driven = schedulers.get(i);
      if (driven.busy || driven.face.hasForegroundWork()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Finds what is next by (due, priority, sequence), leaving out schedulers whose task is under
   * way.
   */
  void findNext() {
    nextTimer = timers.peek();
    nextScheduler = null;
    int priority = 0;
    long sequenceOfNext = 0;
    nextDue = NEVER;
    if (nextTimer != null) {
      nextDue = nextTimer.due;
      priority = nextTimer.priority;
      sequenceOfNext = nextTimer.sequence;
    }
    for (int i = 0; i < schedulers.size(); i++) {
      Driven driven = schedulers.get(i);
      if (driven.busy) {
        continue;
      }
      SimulatedScheduler scheduler = driven.face;
      long due = scheduler.nextDueNanoTime();
      if (due == NEVER) {
        continue;
      }
      int schedulerPriority = scheduler.nextPriority();
      long schedulerSequence = scheduler.nextSequence();
      if (Key.compare(due, schedulerPriority, schedulerSequence, nextDue, priority, sequenceOfNext)
          < 0) {
        nextTimer = null;
        nextScheduler = driven;
        nextDue = due;
        priority = schedulerPriority;
        sequenceOfNext = schedulerSequence;
      }
    }
  }
}
