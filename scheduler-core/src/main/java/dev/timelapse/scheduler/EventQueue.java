package dev.timelapse.scheduler;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queue: a heap of four children a node, ordered by (due, priority, sequence). Each event knows
 * its place, so that removing one takes no search. Not safe for use by several threads.
 */
final class EventQueue {

  static final int ABSENT = -1;

  private static final int SMALLEST = 16;

  private @Nullable Event[] heap = new @Nullable Event[SMALLEST];
  private int size;
  private int foreground;
  private int calendar;

  void add(Event event) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    count(event, 1);
    siftUp(size++, event);
  }

  /** Returns the earliest event, or null if there is none. */
  @Nullable Event peek() {
    return heap[0];
  }

  void remove(Event event) {
    int hole = event.index;
    event.index = ABSENT;
    count(event, -1);
    Event last = at(--size);
    heap[size] = null;
    if (hole < size) {
      siftUp(hole, last);
      if (last.index == hole) {
        siftDown(hole, last);
      }
    }
    if (heap.length > SMALLEST && size < heap.length / 8) {
      heap = Arrays.copyOf(heap, heap.length / 2);
    }
  }

  /** Computes all wall-clock events afresh and restores the order. */
  void recomputeCalendar(Clocks clocks) {
    for (int i = 0; i < size; i++) {
      Event event = at(i);
      count(event, -1);
      event.recompute(clocks);
      count(event, 1);
    }
    for (int i = (size - 2) / 4; i >= 0 && size > 1; i--) {
      siftDown(i, at(i));
    }
  }

  int size() {
    return size;
  }

  /** Returns how many events are pending that somebody waits for and that will come due. */
  int foreground() {
    return foreground;
  }

  /** Returns how many events on the wall clock are pending. */
  int calendar() {
    return calendar;
  }

  /** Returns the events in the order in which they will run. */
  List<Event> inOrder() {
    Event[] events = new Event[size];
    for (int i = 0; i < size; i++) {
      events[i] = at(i);
    }
    Arrays.sort(events, (a, b) -> a == b ? 0 : a.isBefore(b) ? -1 : 1);
    return List.of(events);
  }

  private void count(Event event, int change) {
    if (event.foreground && event.due != Nanos.NEVER) {
      foreground += change;
    }
    if (event.onWallClock()) {
      calendar += change;
    }
  }

  private Event at(int i) {
    Event event = heap[i];
    if (event == null) {
      throw new AssertionError("no event at " + i + " of " + size);
    }
    return event;
  }

  private void siftUp(int start, Event event) {
    int i = start;
    while (i > 0) {
      int parent = (i - 1) >>> 2;
      Event above = at(parent);
      if (!event.isBefore(above)) {
        break;
      }
      put(i, above);
      i = parent;
    }
    put(i, event);
  }

  private void siftDown(int start, Event event) {
    int i = start;
    while (true) {
      int first = 4 * i + 1;
      if (first >= size) {
        break;
      }
      int least = first;
      for (int child = first + 1; child < Math.min(first + 4, size); child++) {
        if (at(child).isBefore(at(least))) {
          least = child;
        }
      }
      if (!at(least).isBefore(event)) {
        break;
      }
      put(i, at(least));
      i = least;
    }
    put(i, event);
  }

  private void put(int i, Event event) {
    heap[i] = event;
    event.index = i;
  }
}
