package dev.timelapse.testkit.executor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Several tasks at once: all results, or the first. What is left over is cancelled. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class BulkCalls {

  private BulkCalls() {}

  /** Runs all tasks; those that are not done at a deadline are cancelled. */
  public static <T extends @Nullable Object> List<Future<T>> invokeAll(
      WorkerPool pool, Collection<? extends Callable<T>> tasks, long deadline)
      throws InterruptedException {
    List<PoolTask<T>> futures = submit(pool, tasks, null);
    try {
      for (PoolTask<T> future : futures) {
        if (!future.awaitDone(deadline)) {
          break;
        }
      }
      return new ArrayList<>(futures);
    } finally {
      cancel(futures);
    }
  }

  /**
   * Returns the result of the first task that succeeds.
   *
   * @throws ExecutionException with the failure of the last one if none does
   * @throws TimeoutException if none has in time
   */
  public static <T extends @Nullable Object> T invokeAny(
      WorkerPool pool, Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    long deadline = pool.deadline(timeout, unit);
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("there must be a task of which to return the result");
    }
    Completions<T> completions = new Completions<>(pool);
    List<PoolTask<T>> futures = submit(pool, tasks, completions);
    try {
      for (int left = futures.size(); ; left--) {
        PoolTask<T> done = completions.await(deadline);
        if (done == null) {
          throw new TimeoutException(
              "none of " + futures.size() + " tasks has succeeded after " + timeout + " " + unit);
        }
        try {
          return done.get();
        } catch (ExecutionException e) {
          if (left == 1) {
            throw e;
          }
        }
      }
    } finally {
      cancel(futures);
    }
  }

  private static <T extends @Nullable Object> List<PoolTask<T>> submit(
      WorkerPool pool,
      Collection<? extends Callable<T>> tasks,
      @Nullable Completions<T> completions) {
    List<PoolTask<T>> futures = new ArrayList<>(tasks.size());
    for (Callable<T> task : List.copyOf(tasks)) {
      futures.add(pool.submit(task, completions));
    }
    return futures;
  }

  private static void cancel(List<? extends PoolTask<?>> futures) {
    for (PoolTask<?> future : futures) {
      future.cancel(true);
    }
  }
}
