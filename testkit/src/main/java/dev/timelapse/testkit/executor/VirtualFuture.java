package dev.timelapse.testkit.executor;

import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.engine.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A future that waits and times out in virtual time, as do all that are derived from it: whoever
 * gets one of them needs not know.
 */
final class VirtualFuture<T extends @Nullable Object> extends CompletableFuture<T> {

  private final FutureTimers timers;

  /** Those who wait; null until someone did, so that completion tells nobody. */
  private @Nullable List<Wait> waits;

  VirtualFuture(FutureTimers timers) {
    this.timers = timers;
  }

  @Override
  public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
    return new VirtualFuture<>(timers);
  }

  @Override
  public Executor defaultExecutor() {
    return timers.async();
  }

  @Override
  public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
    timers.failAfter(this, Duration.ofNanos(unit.toNanos(timeout)));
    return this;
  }

  @Override
  public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
    timers.completeAfter(this, value, Duration.ofNanos(unit.toNanos(timeout)));
    return this;
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    awaitDone(Elapsed.NEVER);
    return super.get();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!awaitDone(timers.after(unit.toNanos(timeout)))) {
      throw new TimeoutException("not done after " + timeout + " " + unit);
    }
    return super.get();
  }

  @Override
  public T join() {
    boolean interrupted = false;
    while (!isDone()) {
      try {
        awaitDone(Elapsed.NEVER);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return super.join();
  }

  private boolean awaitDone(long deadline) throws InterruptedException {
    if (isDone()) {
      return true;
    }
    Wait wait = timers.newWait("a future to be completed");
    add(wait);
    try {
      return isDone() || wait.await(deadline) || isDone();
    } finally {
      remove(wait);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // it is there to wake, and gives nothing
  private void add(Wait wait) {
    boolean first;
    synchronized (this) {
      first = waits == null;
      if (waits == null) {
        waits = new ArrayList<>(1);
      }
      waits.add(wait);
    }
    if (first) {
      whenComplete((value, failure) -> waiting().forEach(Wait::wake));
    }
  }

  private synchronized void remove(Wait wait) {
    if (waits != null) {
      waits.remove(wait);
    }
  }

  private synchronized List<Wait> waiting() {
    return waits == null ? List.of() : List.copyOf(waits);
  }
}
