package dev.timelapse.testkit.executor;

import dev.timelapse.testkit.engine.AwaitedTask;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A task of a pool, and the future of its result. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PoolTask<V extends @Nullable Object> extends AwaitedTask<V>
    implements RunnableScheduledFuture<V> {

  static final Comparator<PoolTask<?>> ORDER =
      Comparator.<PoolTask<?>>comparingLong(task -> task.due)
          .thenComparingLong(task -> task.sequence);

  final String name;

  /** Time between two starts if positive, from end to start if negative; 0 for a one-shot. */
  final long periodNanos;

  /** When it is to start, in elapsed time, and which goes first of those due at one time. */
  long due;

  long sequence;

  /** Whether nobody got it, so that a failure would be seen by nobody. */
  boolean unobserved;

  private final WorkerPool pool;
  private final @Nullable Completions<V> completions;

  PoolTask(
      WorkerPool pool,
      Callable<V> callable,
      String name,
      long due,
      long periodNanos,
      @Nullable Completions<V> completions) {
    super(pool.engine(), callable);
    this.pool = pool;
    this.name = name;
    this.due = due;
    this.periodNanos = periodNanos;
    this.completions = completions;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      pool.cancelled(this);
    }
    return cancelled;
  }

  @Override
  protected void done() {
    super.done();
    if (completions != null) {
      completions.add(this);
    }
  }

  @Override
  public boolean isPeriodic() {
    return periodNanos != 0;
  }

  @Override
  public long getDelay(TimeUnit unit) {
    return unit.convert(due - pool.elapsed(), TimeUnit.NANOSECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    if (other == this) {
      return 0;
    }
    if (other instanceof PoolTask<?> task) {
      return ORDER.compare(this, task);
    }
    return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
  }

  @Override
  public String toString() {
    return "\"" + name + "\" on " + pool.lane();
  }
}
