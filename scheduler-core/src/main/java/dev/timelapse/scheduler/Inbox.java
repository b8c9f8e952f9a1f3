package dev.timelapse.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What other threads want of a scheduler while a task of it runs, in the order in which they asked.
 * Safe for use by several threads.
 */
final class Inbox {

  /** How many cancelled events there may be beside the others. */
  private static final int SLACK = 64;

  /** From how many items on who adds another has to pause: it adds faster than the owner takes. */
  private static final int FULL = 1_000;

  /**
   * Long enough for the owner to catch up, and no more than a delay, lest it wait for the adder.
   */
  private static final long PAUSE_NANOS = 50_000;

  private final Object lock = new Object();
  private List<Object> items = new ArrayList<>();
  private int cancelled;
  private volatile boolean empty = true;

  boolean isEmpty() {
    return empty;
  }

  /** Adds an event to be queued. */
  void add(ArmedEvent event) {
    put(event);
  }

  /** Adds something to be done by the owner. */
  void add(Runnable command) {
    put(command);
  }

  /** Takes everything out. */
  List<Object> take() {
    synchronized (lock) {
      List<Object> taken = items;
      items = new ArrayList<>();
      cancelled = 0;
      empty = true;
      return taken;
    }
  }

  /** Returns the events that are waiting here. */
  List<ArmedEvent> events() {
    synchronized (lock) {
      List<ArmedEvent> events = new ArrayList<>();
      for (Object item : items) {
        if (item instanceof ArmedEvent event && !event.hasEnded()) {
          events.add(event);
        }
      }
      return events;
    }
  }

  /**
   * Takes account of an event that was cancelled and may be waiting here: a long task must not make
   * the memory of what others schedule and cancel meanwhile grow.
   */
  void cancelled() {
    synchronized (lock) {
      cancelled++;
      if (cancelled > items.size() / 2 + SLACK) {
        items.removeIf(item -> item instanceof ArmedEvent event && event.hasEnded());
        cancelled = 0;
      }
    }
  }

  private void put(Object item) {
    boolean full;
    synchronized (lock) {
      items.add(item);
      empty = false;
      full = items.size() > FULL;
    }
    if (full) {
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }
}
