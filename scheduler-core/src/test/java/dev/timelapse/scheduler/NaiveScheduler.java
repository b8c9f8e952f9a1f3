package dev.timelapse.scheduler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rules of the scheduler, said as plainly as can be: a list, sorted whenever somebody looks.
 * Elapsed time only; tasks take no time and do not fail.
 */
final class NaiveScheduler {

  private static final Comparator<Entry> ORDER =
      Comparator.<Entry>comparingLong(entry -> entry.due)
          .thenComparingInt(entry -> entry.priority)
          .thenComparingLong(entry -> entry.sequence);

  private final List<Entry> entries = new ArrayList<>();
  private long sequence;
  long now;

  /** A period of 0 is a one-shot. */
  Entry add(long due, int priority, long period, String name, Runnable task) {
    Entry entry = new Entry(due, priority, period, name, task);
    entry.sequence = sequence++;
    entries.add(entry);
    return entry;
  }

  boolean cancel(Entry entry) {
    boolean live = entry.live;
    entry.live = false;
    entries.remove(entry);
    return live;
  }

  boolean isPending(Entry entry) {
    return entries.contains(entry);
  }

  List<String> pending() {
    entries.sort(ORDER);
    return entries.stream().map(entry -> entry.name + "@" + entry.due).toList();
  }

  long runDue() {
    while (true) {
      entries.sort(ORDER);
      if (entries.isEmpty()) {
        return Scheduler.NEVER;
      }
      Entry first = entries.get(0);
      if (first.due > now) {
        return first.due - now;
      }
      entries.remove(0);
      if (first.period == 0) {
        first.live = false;
        first.task.run();
        continue;
      }
      // Of several that are due by now, the last one runs.
      first.due += (now - first.due) / first.period * first.period;
      first.task.run();
      first.due += first.period;
      if (first.live) {
        first.sequence = sequence++;
        entries.add(first);
      }
    }
  }

  static final class Entry {

    private final int priority;
    private final long period;
    private final String name;
    private final Runnable task;
    private long due;
    private long sequence;
    private boolean live = true;

    private Entry(long due, int priority, long period, String name, Runnable task) {
      this.due = due;
      this.priority = priority;
      this.period = period;
      this.name = name;
      this.task = task;
    }
  }
}
