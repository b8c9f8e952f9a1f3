package dev.timelapse.testkit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A plain strand: one task of the test's own on the timeline, and what becomes of it. */
final class StrandFuture<T extends @Nullable Object> implements Future<T> {

  private final Engine engine;
  private final String name;
  private final Callable<T> task;
  private final List<Wait> waits = new ArrayList<>();
  private @Nullable Timer start;
  private @Nullable Thread runner;
  private volatile boolean done;
  private volatile boolean cancelled;
  private boolean asked;
  private @Nullable T result;
  private @Nullable Throwable failure;

  StrandFuture(Engine engine, String name, Callable<T> task) {
    this.engine = engine;
    this.name = name;
    this.task = Objects.requireNonNull(task, "task");
  }

  void startsWith(Timer timer) {
    start = timer;
  }

  /** Runs the task, on the strand that it is. */
  void run() {
    runner = Thread.currentThread();
    engine.whereabouts().begin("strand", name, false);
    T value = null;
    Throwable cause = null;
    try {
      value = task.call();
    } catch (Exception | AssertionError e) {
      cause = e;
    } finally {
      runner = null;
    }
    if (cause instanceof AssertionError) {
      engine.fail(engine.whereabouts().locate(cause));
    }
    if (!done) {
      result = value;
      end(cause);
    }
  }

  /** Returns what it failed with, if nobody has asked; null otherwise. */
  @Nullable Throwable unseenFailure() {
    return asked || cancelled || failure instanceof AssertionError ? null : failure;
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    engine.enter("strand \"" + name + "\"");
    try {
      if (done) {
        return false;
      }
      if (start != null) {
        engine.cancel(start);
      }
      cancelled = true;
      if (mayInterrupt && runner != null) {
        runner.interrupt();
      }
      end(null);
      return true;
    } finally {
      engine.leave();
    }
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public boolean isDone() {
    return done;
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    await(Elapsed.NEVER);
    return outcome();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!await(Elapsed.plus(engine.time().nanoTime(), unit.toNanos(timeout)))) {
      throw new TimeoutException(
          this
              + " is not done, at "
              + engine.whereabouts().now()
              + ", after "
              + timeout
              + " "
              + unit);
    }
    return outcome();
  }

  @Override
  public String toString() {
    return "strand \"" + name + "\"";
  }

  private boolean await(long until) throws InterruptedException {
    Wait wait;
    engine.enter(toString());
    try {
      if (done) {
        return true;
      }
      wait = engine.newWait(this + " to end");
      waits.add(wait);
    } finally {
      engine.leave();
    }
    try {
      return wait.await(until) || done;
    } finally {
      waits.remove(wait);
    }
  }

  @SuppressWarnings("NullAway") // The result of a task may be null.
  private T outcome() throws ExecutionException {
    asked = true;
    if (cancelled) {
      throw new CancellationException(this + " was cancelled");
    }
    if (failure != null) {
      throw new ExecutionException(failure);
    }
    return result;
  }

  private void end(@Nullable Throwable cause) {
    failure = cause;
    done = true;
    waits.forEach(Wait::wake);
  }
}
