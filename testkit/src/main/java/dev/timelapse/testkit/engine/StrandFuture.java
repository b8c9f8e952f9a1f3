package dev.timelapse.testkit.engine;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A plain strand: one task of the test's own on the timeline, and what becomes of it. */
final class StrandFuture<T extends @Nullable Object> extends AwaitedTask<T> {

  private final String name;
  private @Nullable Timer start;
  private volatile String failedAt = "";
  private volatile boolean asked;

  StrandFuture(Engine engine, String name, Callable<T> task) {
    super(engine, Objects.requireNonNull(task, "task"));
    this.name = name;
  }

  void startsWith(Timer timer) {
    start = timer;
  }

  /** Runs the task, on the strand that it is. */
  void begin() {
    engine.whereabouts().begin("strand", name, false);
    fire();
    Throwable thrown = failure();
    if (start != null) {
      start.failure = thrown;
    }
    if (thrown instanceof Error) {
      engine.fail(thrown instanceof AssertionError ? engine.whereabouts().locate(thrown) : thrown);
    }
  }

  @Override
  protected void setException(Throwable thrown) {
    failedAt = engine.whereabouts().now();
    super.setException(thrown);
  }

  /** Returns what it failed with and when, in words, if nobody has asked; null otherwise. */
  @Nullable String unseenFailure() {
    Throwable thrown = failure();
    return thrown == null || asked || isCancelled() || thrown instanceof Error
        ? null
        : this + ", at " + failedAt + ": " + thrown;
  }

  @Override
  public boolean awaitDone(long untilElapsed) throws InterruptedException {
    boolean done = super.awaitDone(untilElapsed);
    asked |= done;
    return done;
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    engine.enter(this + " to cancel it");
    try {
      boolean cancelled = super.cancel(mayInterrupt);
      if (cancelled && start != null) {
        engine.script().cancel(start);
      }
      return cancelled;
    } finally {
      engine.leave();
    }
  }

  @Override
  public String toString() {
    return "strand \"" + name + "\"";
  }
}
