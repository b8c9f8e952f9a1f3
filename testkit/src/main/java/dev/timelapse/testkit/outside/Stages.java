package dev.timelapse.testkit.outside;

import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.engine.Engine;
import dev.timelapse.testkit.executor.FutureTimers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Answers of calls that return a stage: they come on the timeline. */
final class Stages {

  private final Engine engine;
  private final FutureTimers futures;

  Stages(Engine engine, FutureTimers futures) {
    this.engine = engine;
    this.futures = futures;
  }

  CompletionStage<@Nullable Object> open() {
    return futures.incomplete();
  }

  static CompletionStage<@Nullable Object> completed(@Nullable Object value) {
    return CompletableFuture.completedFuture(value);
  }

  static CompletionStage<Object> failed(Throwable failure) {
    return CompletableFuture.failedFuture(failure);
  }

  /**
   * Returns a stage that completes as another one does, but not before the call's time is over. The
   * call ends on the recording when it does, or when the system gives up on it.
   */
  CompletionStage<?> deliver(SeenCall call, CompletionStage<?> answer) {
    long due = engine.time().after(Elapsed.nanos(call.fate.time()));
    CompletableFuture<@Nullable Object> delivered = futures.incomplete();
    var unused = delivered.whenComplete((value, failure) -> record(call, value, failure));
    answer.whenComplete(
        (value, failure) -> {
          if (due <= engine.time().nanoTime()) {
            complete(delivered, value, failure);
          } else {
            engine
                .script()
                .add("answer of " + call, due, 0, 0, () -> complete(delivered, value, failure));
          }
        });
    return delivered;
  }

  private void record(SeenCall call, @Nullable Object value, @Nullable Throwable failure) {
    if (failure == null) {
      engine.recorder().callAnswered(call.number, CallText.value(value));
    } else {
      engine.recorder().callFailed(call.number, cause(failure));
    }
  }

  private static void complete(
      CompletableFuture<@Nullable Object> stage,
      @Nullable Object value,
      @Nullable Throwable failure) {
    if (failure == null) {
      stage.complete(value);
    } else {
      stage.completeExceptionally(cause(failure));
    }
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
