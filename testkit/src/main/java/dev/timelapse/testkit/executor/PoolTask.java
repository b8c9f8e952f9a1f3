package dev.timelapse.testkit.executor;

import dev.timelapse.scheduler.StrandStopped;
import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.engine.Waits;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A task of a pool, and the future of its result. Who waits for that waits in virtual time. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PoolTask<V extends @Nullable Object> extends FutureTask<V>
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
  private final Waits waits;
  private @Nullable Throwable failure;

  /** The thread on which it runs, which must be interrupted for nothing else; guarded by waits. */
  private @Nullable Thread runner;

  PoolTask(
      WorkerPool pool,
      Callable<V> callable,
      String name,
      long due,
      long periodNanos,
      @Nullable Completions<V> completions) {
    super(callable);
    this.pool = pool;
    this.name = name;
    this.due = due;
    this.periodNanos = periodNanos;
    this.completions = completions;
    this.waits = pool.newWaits();
  }

  /** Runs it on the calling strand. Answers whether it is to run again. */
  boolean fire() {
    failure = null;
    runsOn(Thread.currentThread());
    try {
      if (periodNanos != 0) {
        return runAndReset();
      }
      run();
      return false;
    } finally {
      runsOn(null);
    }
  }

  /** Interrupts it if it runs. Whoever calls must not hold the lock of the pool. */
  void interrupt() {
    synchronized (waits) {
      if (runner != null) {
        runner.interrupt();
        pool.noticeInterrupt(runner);
      }
    }
  }

  private void runsOn(@Nullable Thread thread) {
    synchronized (waits) {
      runner = thread;
    }
  }

  /** Returns what it threw when it ran last, or null. */
  @Nullable Throwable failure() {
    return failure;
  }

  @Override
  protected void setException(Throwable thrown) {
    if (thrown instanceof StrandStopped stopped) {
      throw stopped;
    }
    failure = thrown;
    super.setException(thrown);
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
    @Nullable Thread interrupted;
    synchronized (waits) {
      interrupted = isCancelled() ? runner : null;
    }
    if (interrupted != null) {
      pool.noticeInterrupt(interrupted);
    }
    waits.wakeAll();
    if (completions != null) {
      completions.add(this);
    }
  }

  @Override
  public V get() throws InterruptedException, ExecutionException {
    awaitDone(Elapsed.NEVER);
    return super.get();
  }

  @Override
  public V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!awaitDone(pool.deadline(timeout, unit))) {
      throw new TimeoutException(this + " is not done after " + timeout + " " + unit);
    }
    return super.get();
  }

  /** Blocks the calling thread in virtual time until it is done, or a deadline has come. */
  boolean awaitDone(long deadline) throws InterruptedException {
    return isDone() || waits.await("the result of " + this, this::isDone, deadline);
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
