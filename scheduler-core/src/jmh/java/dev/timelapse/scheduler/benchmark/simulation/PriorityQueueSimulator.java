package dev.timelapse.scheduler.benchmark.simulation;

import dev.timelapse.scheduler.benchmark.Action;
import java.util.PriorityQueue;

/** The least that somebody would write who has no scheduler: an event loop on the JDK's heap. */
final class PriorityQueueSimulator implements Simulator {

  private static final class Event implements Comparable<Event> {

    private long time;
    private final int priority;
    private long sequence;

    /** 0 if the event comes once. */
    private final long period;

    private final Action action;

    Event(long time, int priority, long sequence, long period, Action action) {
      this.time = time;
      this.priority = priority;
      this.sequence = sequence;
      this.period = period;
      this.action = action;
    }

    @Override
    public int compareTo(Event other) {
      if (time != other.time) {
        return time < other.time ? -1 : 1;
      }
      if (priority != other.priority) {
        return priority < other.priority ? -1 : 1;
      }
      return Long.compare(sequence, other.sequence);
    }
  }

  private final PriorityQueue<Event> queue = new PriorityQueue<>();
  private long now;
  private long sequence;

  @Override
  public Order order() {
    return Order.TOTAL;
  }

  @Override
  public void after(long delay, int priority, Action action) {
    queue.add(new Event(now + delay, priority, sequence++, 0, action));
  }

  @Override
  public void every(long period, Action action) {
    queue.add(new Event(now + period, 0, sequence++, period, action));
  }

  @Override
  public void advance(long span) {
    long end = now + span;
    for (Event next = queue.peek(); next != null && next.time <= end; next = queue.peek()) {
      queue.remove();
      now = next.time;
      next.action.run();
      if (next.period > 0) {
        next.time += next.period;
        next.sequence = sequence++;
        queue.add(next);
      }
    }
    now = end;
  }
}
