package dev.timelapse.testkit.executor;

import dev.timelapse.testkit.engine.Wait;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The tasks of one bulk call in the order in which they were done. */
final class Completions<V extends @Nullable Object> {

  private final WorkerPool pool;
  private final Deque<PoolTask<V>> done = new ArrayDeque<>();
  private @Nullable Wait waiting;

  Completions(WorkerPool pool) {
    this.pool = pool;
  }

  void add(PoolTask<V> task) {
    Wait toWake;
    synchronized (done) {
      done.add(task);
      toWake = waiting;
    }
    if (toWake != null) {
      toWake.wake();
    }
  }

  /** Waits in virtual time for the next one; answers null if a deadline came first. */
  @Nullable PoolTask<V> await(long deadline) throws InterruptedException {
    Wait wait = pool.engine().newWait("the first result of several tasks on " + pool.lane());
    synchronized (done) {
      PoolTask<V> first = done.poll();
      if (first != null) {
        return first;
      }
      waiting = wait;
    }
    wait.await(deadline);
    synchronized (done) {
      waiting = null;
      return done.poll();
    }
  }
}
