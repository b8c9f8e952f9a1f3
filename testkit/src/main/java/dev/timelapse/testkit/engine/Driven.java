package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.PendingEvent;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Something with a queue of its own that the timeline drives: a scheduler, or an executor with any
 * number of workers. It tells the key of its earliest event that may start now, and runs that event
 * on the strand that calls. Its queue is touched by the strand that holds the baton, or between
 * {@link Engine#enter} and {@link Engine#leave}.
 *
 * <p>While a task of it waits, {@link #runNext} has not returned and other strands call the other
 * methods: one that runs a single task at a time answers {@link Elapsed#NEVER} until then, one with
 * a worker to spare the key of the next task.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface Driven {

  /**
   * Returns when the earliest event is due that may start, in elapsed time of the timeline and
   * possibly past; {@link Elapsed#NEVER} if there is none, or nobody free to run it.
   */
  long nextDue();

  /** Returns the priority of that event; lower runs first. Asked right after {@link #nextDue}. */
  int nextPriority();

  /**
   * Returns the number that {@link VirtualTimeSource#nextSequence} gave that event when it was
   * added.
   */
  long nextSequence();

  /**
   * Runs that event, which is due, on the calling strand; returns when its task has returned.
   * Answers whether a task ran.
   */
  boolean runNext();

  /**
   * Answers whether there is more to come than the next rounds of recurring things, or a task is
   * under way.
   */
  boolean hasForeground();

  /** Returns what is to come, in order. */
  List<PendingEvent> pending();

  /** Answers whether it has ended, so that the timeline may forget it. */
  boolean isClosed();

  /** Returns its name on the recording. */
  default String lane() {
    return toString();
  }

  /** Answers whether it drives this object, as users know it. */
  default boolean drives(Object component) {
    return this == component;
  }

  /** Ends like a killed process: nothing of it runs any more, and it takes nothing on. */
  default void crashed() {}

  /** Notices that the wall clock was stepped, or, by zero, goes at another rate. */
  default void wallClockSet(Duration step) {}
}
