package dev.timelapse.testkit.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Timers by (due, priority, sequence), each of which knows its place, so that it leaves quickly.
 */
final class TimerHeap {

  private @Nullable Timer[] heap = new Timer[16];
  private int size;

  @Nullable Timer first() {
    return heap[0];
  }

  void add(Timer timer) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    rise(size++, timer);
  }

  /** Takes a timer out. Answers whether it was there. */
  boolean remove(Timer timer) {
    int hole = timer.place;
    if (hole < 0) {
      return false;
    }
    timer.place = -1;
    Timer last = at(--size);
    heap[size] = null;
    if (last != timer) {
      sink(hole, last);
      if (last.place == hole) {
        rise(hole, last);
      }
    }
    return true;
  }

  List<Timer> inOrder() {
    List<Timer> timers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      timers.add(at(i));
    }
    timers.sort((a, b) -> a.isBefore(b) ? -1 : 1);
    return timers;
  }

  private void rise(int from, Timer timer) {
    int place = from;
    while (place > 0 && timer.isBefore(at((place - 1) / 2))) {
      put(place, at((place - 1) / 2));
      place = (place - 1) / 2;
    }
    put(place, timer);
  }

  private void sink(int from, Timer timer) {
    int place = from;
    while (2 * place + 1 < size) {
      int child = 2 * place + 1;
      if (child + 1 < size && at(child + 1).isBefore(at(child))) {
        child++;
      }
      if (timer.isBefore(at(child))) {
        break;
      }
      put(place, at(child));
      place = child;
    }
    put(place, timer);
  }

  private void put(int place, Timer timer) {
    heap[place] = timer;
    timer.place = place;
  }

  private Timer at(int place) {
    Timer timer = heap[place];
    if (timer == null) {
      throw new IllegalStateException("no timer at " + place + " of " + size);
    }
    return timer;
  }
}
