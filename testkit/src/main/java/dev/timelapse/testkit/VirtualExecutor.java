package dev.timelapse.testkit;

import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.executor.BulkCalls;
import dev.timelapse.testkit.executor.WorkerPool;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ScheduledExecutorService} whose delays, periods and time-outs are elapsed time of a
 * timeline. It honours that interface's contract, and the shutdown policies of a {@link
 * java.util.concurrent.ScheduledThreadPoolExecutor}, with these differences:
 *
 * <ul>
 *   <li>Nothing runs before time is asked to pass, not even what {@link #execute} was given.
 *   <li>Tasks run one at a time with all else on the timeline, in the order in which they are due,
 *       then of their insertion. A task that waits in virtual time keeps its worker, and another
 *       one's tasks go on; those that find all workers busy start late, and the recording says so.
 *   <li>Waiting for a result, for the termination, or for {@link #invokeAll} and {@link #invokeAny}
 *       lets virtual time pass, in tasks as in the test, for which time then moves as far as
 *       needed.
 *   <li>What a task given to {@link #execute} throws reaches the uncaught exception handler, which
 *       prints it, rather than vanish. An {@link AssertionError} in any task fails the test.
 * </ul>
 *
 * <p>Each run of a task is a firing on the recording. Made by {@link Timeline#executor()}. Any
 * thread may use it; where tasks of threads that are not of the timeline fall, in the middle of an
 * advance, is left to chance.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class VirtualExecutor implements ScheduledExecutorService {

  private final WorkerPool pool;

  VirtualExecutor(WorkerPool pool) {
    this.pool = pool;
  }

  WorkerPool pool() {
    return pool;
  }

  @Override
  public void execute(Runnable command) {
    pool.execute(Objects.requireNonNull(command, "command"));
  }

  @Override
  public Future<?> submit(Runnable task) {
    return pool.schedule(Objects.requireNonNull(task, "task"), 0);
  }

  @Override
  public <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
    return pool.submit(Objects.requireNonNull(task, "task"), result);
  }

  @Override
  public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
    return pool.schedule(Objects.requireNonNull(task, "task"), 0);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    return pool.schedule(Objects.requireNonNull(command, "command"), unit.toNanos(delay));
  }

  @Override
  public <V extends @Nullable Object> ScheduledFuture<V> schedule(
      Callable<V> callable, long delay, TimeUnit unit) {
    return pool.schedule(Objects.requireNonNull(callable, "callable"), unit.toNanos(delay));
  }

  /**
   * {@inheritDoc}
   *
   * <p>Firings that are missed because all workers were busy, or because the task took longer than
   * its period, are made up for one after the other.
   */
  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable command, long initialDelay, long period, TimeUnit unit) {
    return recurring(command, initialDelay, nanos("period", period, unit), unit);
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable command, long initialDelay, long delay, TimeUnit unit) {
    return recurring(command, initialDelay, -nanos("delay", delay, unit), unit);
  }

  private ScheduledFuture<?> recurring(
      Runnable command, long initialDelay, long periodNanos, TimeUnit unit) {
    return pool.scheduleEvery(
        Objects.requireNonNull(command, "command"), unit.toNanos(initialDelay), periodNanos);
  }

  private static long nanos(String what, long duration, TimeUnit unit) {
    Objects.requireNonNull(unit, "unit");
    if (duration <= 0) {
      throw new IllegalArgumentException(
          "the " + what + " must be more than zero, but is " + duration + " " + unit);
    }
    return unit.toNanos(duration);
  }

  @Override
  public <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks) throws InterruptedException {
    return BulkCalls.invokeAll(pool, tasks, Elapsed.NEVER);
  }

  @Override
  public <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException {
    return BulkCalls.invokeAll(pool, tasks, pool.deadline(timeout, unit));
  }

  @Override
  public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    try {
      return BulkCalls.invokeAny(pool, tasks, Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the time that never comes has come", e);
    }
  }

  @Override
  public <T extends @Nullable Object> T invokeAny(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return BulkCalls.invokeAny(pool, tasks, timeout, unit);
  }

  @Override
  public void shutdown() {
    pool.shutdown();
  }

  @Override
  public List<Runnable> shutdownNow() {
    return pool.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return pool.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return pool.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return pool.awaitTermination(pool.deadline(timeout, unit));
  }

  /**
   * Takes no more tasks, and waits in virtual time until those that it has are done. If interrupted
   * meanwhile it interrupts them too, and waits on. From Java 19 on this is what a try statement
   * calls.
   */
  public void close() {
    pool.shutdown();
    boolean interrupted = false;
    while (!pool.isTerminated()) {
      try {
        pool.awaitTermination(Elapsed.NEVER);
      } catch (InterruptedException e) {
        interrupted = true;
        pool.shutdownNow();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Says what a shutdown does to recurring tasks. The same after it gives up those still there.
   *
   * @param value whether they go on, until they are cancelled or fail; false unless told otherwise
   */
  public void setContinueExistingPeriodicTasksAfterShutdownPolicy(boolean value) {
    pool.policies().keepPeriodic(value);
    pool.applyPolicies();
  }

  /**
   * Returns what a shutdown does to recurring tasks.
   *
   * @return whether they go on
   */
  public boolean getContinueExistingPeriodicTasksAfterShutdownPolicy() {
    return pool.policies().keepsPeriodic();
  }

  /**
   * Says what a shutdown does to tasks that are not due yet. The same after it gives up those still
   * there.
   *
   * @param value whether they run in their time; true unless told otherwise
   */
  public void setExecuteExistingDelayedTasksAfterShutdownPolicy(boolean value) {
    pool.policies().keepDelayed(value);
    pool.applyPolicies();
  }

  /**
   * Returns what a shutdown does to tasks that are not due yet.
   *
   * @return whether they run in their time
   */
  public boolean getExecuteExistingDelayedTasksAfterShutdownPolicy() {
    return pool.policies().keepsDelayed();
  }

  /**
   * Says whether a cancelled task leaves the queue at once. One that stays is no event of the
   * timeline, but {@link #shutdownNow} returns it, and if cancelled after a shutdown it holds up
   * the termination until it would have been due.
   *
   * @param value whether it leaves at once; false unless told otherwise
   */
  public void setRemoveOnCancelPolicy(boolean value) {
    pool.policies().removeCancelled(value);
  }

  /**
   * Returns whether a cancelled task leaves the queue at once.
   *
   * @return whether it does
   */
  public boolean getRemoveOnCancelPolicy() {
    return pool.policies().removesCancelled();
  }

  @Override
  public String toString() {
    return pool.toString();
  }
}
