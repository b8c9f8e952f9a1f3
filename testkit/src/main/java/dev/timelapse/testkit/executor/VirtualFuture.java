package dev.timelapse.testkit.executor;

import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.engine.Waits;
import java.time.Duration;
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
  private @Nullable Waits waits;

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
    return waits().await("a future to be completed", this::isDone, deadline);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // it is there to wake, and gives nothing
  private Waits waits() {
    Waits first;
    synchronized (this) {
      if (waits != null) {
        return waits;
      }
      first = timers.newWaits();
      waits = first;
    }
    whenComplete((value, failure) -> first.wakeAll());
    return first;
  }
}
