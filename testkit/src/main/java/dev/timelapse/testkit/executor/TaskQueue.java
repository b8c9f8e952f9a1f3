package dev.timelapse.testkit.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tasks of a pool that have not begun, in order. Guarded by its pool. */
final class TaskQueue {

  private final NavigableSet<PoolTask<?>> live = new TreeSet<>(PoolTask.ORDER);

  /**
   * What was cancelled, but is kept until it would have been due, as a {@link
   * java.util.concurrent.ScheduledThreadPoolExecutor} does. It is no event of the timeline.
   */
  private final NavigableSet<PoolTask<?>> cancelled = new TreeSet<>(PoolTask.ORDER);

  private int oneShots;

  void add(PoolTask<?> task, long sequence) {
    task.sequence = sequence;
    live.add(task);
    oneShots += task.isPeriodic() ? 0 : 1;
  }

  boolean remove(PoolTask<?> task) {
    boolean removed = live.remove(task);
    oneShots -= removed && !task.isPeriodic() ? 1 : 0;
    return removed;
  }

  /** Takes out a task that was cancelled, for good or until it would have been due. */
  void cancel(PoolTask<?> task, boolean forGood, long now) {
    forgetCancelled(now);
    if (forGood) {
      cancelled.remove(task);
      remove(task);
    } else if (remove(task) && task.due > now) {
      cancelled.add(task);
    }
  }

  /** Forgets what was cancelled and would have been due by now. */
  void forgetCancelled(long now) {
    while (!cancelled.isEmpty() && cancelled.first().due <= now) {
      cancelled.pollFirst();
    }
  }

  @Nullable PoolTask<?> first() {
    return live.isEmpty() ? null : live.first();
  }

  /** Returns what is the last that still stands here though it was cancelled. */
  @Nullable PoolTask<?> lastCancelled() {
    return cancelled.isEmpty() ? null : cancelled.last();
  }

  /** Takes out some tasks, and all that were cancelled. Answers the former. */
  List<PoolTask<?>> removeIf(Predicate<PoolTask<?>> unwanted) {
    cancelled.clear();
    List<PoolTask<?>> removed = live.stream().filter(unwanted).toList();
    removed.forEach(this::remove);
    return removed;
  }

  /** Takes out everything. */
  List<Runnable> drain(long now) {
    forgetCancelled(now);
    NavigableSet<PoolTask<?>> all = new TreeSet<>(PoolTask.ORDER);
    all.addAll(live);
    all.addAll(cancelled);
    live.clear();
    cancelled.clear();
    oneShots = 0;
    return new ArrayList<>(all);
  }

  Stream<PoolTask<?>> inOrder() {
    return live.stream();
  }

  boolean hasOneShot() {
    return oneShots > 0;
  }

  int size() {
    return live.size();
  }
}
