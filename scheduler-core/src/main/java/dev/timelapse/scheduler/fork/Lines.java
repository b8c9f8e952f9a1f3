package dev.timelapse.scheduler.fork;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands lines to the log, or to a consumer until that throws. Used by one thread at a time. */
final class Lines implements Consumer<String> {

  private final ForkedTask task;
  private final @Nullable Consumer<String> consumer;
  private @Nullable RuntimeException failure;

  Lines(ForkedTask task, @Nullable Consumer<String> consumer) {
    this.task = task;
    this.consumer = consumer;
  }

  @Override
  public void accept(String line) {
    if (failure != null) {
      return;
    }
    if (consumer == null) {
      ForkedTask.LOG.info("{}: {}", task, line);
      return;
    }
    try {
      consumer.accept(line);
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  /** Logs it if something was dropped. */
  void logDropped(ForkOutput output) {
    if (output.droppedBytes() > 0) {
      ForkedTask.LOG.info(
          "{}: {} of {} bytes of output dropped", task, output.droppedBytes(), output.bytes());
    }
  }

  /** Returns what the consumer threw. */
  Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Throws what the consumer threw. */
  void throwFailure() {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public String toString() {
    return "output of " + task;
  }
}
