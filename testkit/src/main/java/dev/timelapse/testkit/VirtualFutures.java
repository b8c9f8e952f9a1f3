package dev.timelapse.testkit;

import dev.timelapse.testkit.executor.FutureTimers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * {@link CompletableFuture}s in the virtual time of a timeline.
 *
 * <p>The JDK's static parts read real time: {@link CompletableFuture#orTimeout} and {@link
 * CompletableFuture#delayedExecutor} of a plain future never strike when virtual time passes, and
 * its {@link CompletableFuture#get()} and {@link CompletableFuture#join} let none pass. All of
 * these are overridden in the futures that come from here, and in all that are derived from them
 * ({@code thenApply}, {@code copy}, …). So let a stubbed client answer with one, and the system's
 * own {@code orTimeout(2, SECONDS)} or {@code get(2, SECONDS)} is virtual without its knowing:
 *
 * <pre>{@code
 * given(client.fetch("a")).willReturn(time.futures().incomplete()); // an answer that never comes
 * }</pre>
 *
 * <p>Asynchronous stages ({@code thenApplyAsync}, {@code completeAsync}) run on the timeline too,
 * on as many workers as they need, unless they are given an executor.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class VirtualFutures {

  private final FutureTimers timers;

  VirtualFutures(FutureTimers timers) {
    this.timers = timers;
  }

  /**
   * Creates a future that is not done. {@code incomplete().completeOnTimeout(value, 40, SECONDS)}
   * is done 40 s from now, and serves as a sleep that blocks nobody.
   *
   * @param <T> the type of its result
   * @return a future that reads virtual time in all that it does
   */
  public <T extends @Nullable Object> CompletableFuture<T> incomplete() {
    return timers.incomplete();
  }

  /**
   * Creates a view of a stage: done when the stage is, and with the same outcome, but reading
   * virtual time in all that it does. {@code of(stage).join()} lets time pass until the stage is
   * done, in the test as in a task. To complete or cancel the view does nothing to the stage.
   *
   * @param <T> the type of its result
   * @param stage the stage, such as a plain {@link CompletableFuture}
   * @return a future of its own
   */
  public <T extends @Nullable Object> CompletableFuture<T> of(CompletionStage<T> stage) {
    CompletableFuture<T> view = timers.incomplete();
    stage.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            view.complete(value);
          } else {
            view.completeExceptionally(failure);
          }
        });
    return view;
  }

  /**
   * Completes a future with a {@link java.util.concurrent.TimeoutException} if it is not done in
   * time: what {@link CompletableFuture#orTimeout} does to a plain future in real time.
   *
   * @param <T> the type of its result
   * @param future any future
   * @param timeout virtual time from now; one that is not positive strikes when time is next asked
   *     to pass
   * @return the same future
   */
  public <T extends @Nullable Object> CompletableFuture<T> orTimeout(
      CompletableFuture<T> future, Duration timeout) {
    timers.failAfter(future, timeout);
    return future;
  }

  /**
   * Completes a future with a value if it is not done in time: what {@link
   * CompletableFuture#completeOnTimeout} does to a plain future in real time.
   *
   * @param <T> the type of its result
   * @param future any future
   * @param value what it is completed with
   * @param timeout virtual time from now; one that is not positive strikes when time is next asked
   *     to pass
   * @return the same future
   */
  public <T extends @Nullable Object> CompletableFuture<T> completeOnTimeout(
      CompletableFuture<T> future, T value, Duration timeout) {
    timers.completeAfter(future, value, timeout);
    return future;
  }

  /**
   * Returns an executor that starts each task some time after it got it, for example for {@link
   * CompletableFuture#completeAsync(java.util.function.Supplier, Executor)}.
   *
   * @param delay virtual time; one that is not positive counts as zero
   * @return an executor with as many workers as it needs
   */
  public Executor delayedExecutor(Duration delay) {
    return timers.delayedExecutor(delay);
  }
}
