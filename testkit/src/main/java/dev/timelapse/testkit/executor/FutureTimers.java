package dev.timelapse.testkit.executor;

import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.engine.Engine;
import dev.timelapse.testkit.engine.Waits;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CompletableFuture} has static and in real time: one thread on which time-outs strike,
 * and a pool for what is asynchronous. Here both belong to a timeline.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class FutureTimers {

  private final Engine engine;
  private @Nullable WorkerPool timeOuts;
  private @Nullable WorkerPool async;

  /** Creates what puts nothing on the timeline before it is used. */
  public FutureTimers(Engine engine) {
    this.engine = engine;
  }

  /** Returns a future that is not done, and reads virtual time in all that it does. */
  public <T extends @Nullable Object> CompletableFuture<T> incomplete() {
    return new VirtualFuture<>(this);
  }

  /** Completes a future with a {@link TimeoutException} if it is not done in time. */
  public void failAfter(CompletableFuture<?> future, Duration timeout) {
    when(
        future,
        timeout,
        () -> future.completeExceptionally(new TimeoutException("not done after " + timeout)));
  }

  /** Completes a future with a value if it is not done in time. */
  public <T extends @Nullable Object> void completeAfter(
      CompletableFuture<T> future, T value, Duration timeout) {
    when(future, timeout, () -> future.complete(value));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what the future itself gives is all there is
  private void when(CompletableFuture<?> future, Duration timeout, Runnable action) {
    if (future.isDone()) {
      return;
    }
    Future<?> timeOut =
        timeOuts().schedule("time-out of " + timeout, action, Elapsed.nanos(timeout));
    future.whenComplete((value, failure) -> timeOut.cancel(false));
  }

  /** Returns an executor that starts each task some time after it got it. */
  public Executor delayedExecutor(Duration delay) {
    long nanos = Elapsed.nanos(delay);
    return command -> async().execute(command, nanos);
  }

  /** Returns where asynchronous stages run: on as many workers as they need. */
  synchronized WorkerPool async() {
    if (async == null) {
      async = new WorkerPool(engine, "async", Integer.MAX_VALUE);
    }
    return async;
  }

  private synchronized WorkerPool timeOuts() {
    if (timeOuts == null) {
      timeOuts = new WorkerPool(engine, "time-outs", 1);
      timeOuts.policies().removeCancelled(true);
    }
    return timeOuts;
  }

  Waits newWaits() {
    return new Waits(engine);
  }

  long after(long nanos) {
    return engine.time().after(nanos);
  }
}
