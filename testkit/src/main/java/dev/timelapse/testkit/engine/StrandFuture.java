package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.StrandStopped;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A plain strand: one task of the test's own on the timeline, and what becomes of it. */
final class StrandFuture<T extends @Nullable Object> extends FutureTask<T> {

  private final Engine engine;
  private final String name;
  private final Waits waits;
  private @Nullable Timer start;
  private volatile @Nullable Thread runner;
  private volatile @Nullable Throwable failure;
  private volatile String failedAt = "";
  private volatile boolean asked;

  StrandFuture(Engine engine, String name, Callable<T> task) {
    super(Objects.requireNonNull(task, "task"));
    this.engine = engine;
    this.name = name;
    this.waits = new Waits(engine);
  }

  void startsWith(Timer timer) {
    start = timer;
  }

  /** Runs the task, on the strand that it is. */
  void begin() {
    engine.whereabouts().begin("strand", name, false);
    runner = Thread.currentThread();
    try {
      run();
    } finally {
      runner = null;
    }
    Throwable thrown = failure;
    if (start != null) {
      start.failure = thrown;
    }
    if (thrown instanceof Error) {
      engine.fail(thrown instanceof AssertionError ? engine.whereabouts().locate(thrown) : thrown);
    }
  }

  @Override
  protected void setException(Throwable thrown) {
    if (thrown instanceof StrandStopped stopped) {
      throw stopped;
    }
    failure = thrown;
    failedAt = engine.whereabouts().now();
    super.setException(thrown);
  }

  @Override
  protected void done() {
    Thread running = runner;
    if (running != null && isCancelled()) {
      engine.noticeInterrupt(running);
    }
    waits.wakeAll();
  }

  /** Returns what it failed with and when, in words, if nobody has asked; null otherwise. */
  @Nullable String unseenFailure() {
    Throwable thrown = failure;
    return thrown == null || asked || isCancelled() || thrown instanceof Error
        ? null
        : this + ", at " + failedAt + ": " + thrown;
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    engine.enter(this + " to cancel it");
    try {
      boolean cancelled = super.cancel(mayInterrupt);
      if (cancelled && start != null) {
        engine.cancel(start);
      }
      return cancelled;
    } finally {
      engine.leave();
    }
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    await(Elapsed.NEVER);
    return super.get();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!await(engine.time().after(unit.toNanos(timeout)))) {
      throw new TimeoutException(
          this
              + " is not done, at "
              + engine.whereabouts().now()
              + ", after "
              + timeout
              + " "
              + unit);
    }
    return super.get();
  }

  @Override
  public String toString() {
    return "strand \"" + name + "\"";
  }

  private boolean await(long until) throws InterruptedException {
    boolean done = isDone() || waits.await(this + " to end", this::isDone, until);
    asked |= done;
    if (isCancelled()) {
      throw new CancellationException(this + " was cancelled");
    }
    return done;
  }
}
