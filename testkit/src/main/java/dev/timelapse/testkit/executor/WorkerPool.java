package dev.timelapse.testkit.executor;

import dev.timelapse.scheduler.PendingEvent;
import dev.timelapse.scheduler.TaskName;
import dev.timelapse.testkit.engine.Driven;
import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.engine.Engine;
import dev.timelapse.testkit.engine.Waits;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one executor, and a number of workers that take them from its queue. A task that
 * waits in virtual time keeps its worker. Any thread may use it; tasks run only on strands.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class WorkerPool implements Driven, Executor {

  private final Engine engine;
  private final String lane;
  private final Backlog backlog;
  private final Waits awaitingTermination;

  /** Creates a pool and puts it on the timeline. */
  public WorkerPool(Engine engine, String lane, int workers) {
    this.engine = engine;
    this.lane = lane;
    this.backlog = new Backlog(engine.time(), workers);
    this.awaitingTermination = new Waits(engine);
    engine.components().adopt(this);
  }

  // Tasks come.

  @Override
  public void execute(Runnable command) {
    execute(command, 0);
  }

  /** Adds a task of which nobody gets the future, so that it must not fail in silence. */
  void execute(Runnable command, long delayNanos) {
    PoolTask<?> task =
        newTask(TaskName.of(command), Executors.callable(command), delayNanos, 0, null);
    task.unobserved = true;
    enqueue(task);
  }

  /** Adds a task that runs once. */
  public <V extends @Nullable Object> PoolTask<V> schedule(Callable<V> callable, long delayNanos) {
    return add(newTask(TaskName.of(callable), callable, delayNanos, 0, null));
  }

  /** Adds a task that runs once. */
  public PoolTask<?> schedule(Runnable command, long delayNanos) {
    return schedule(TaskName.of(command), command, delayNanos);
  }

  /** Adds a task that runs once. */
  PoolTask<?> schedule(String name, Runnable command, long delayNanos) {
    return add(newTask(name, Executors.callable(command), delayNanos, 0, null));
  }

  /** Adds a task that runs once, and whose result is known. */
  public <V extends @Nullable Object> PoolTask<V> submit(Runnable command, V result) {
    return add(newTask(TaskName.of(command), Executors.callable(command, result), 0, 0, null));
  }

  /** Adds one of several tasks. */
  <V extends @Nullable Object> PoolTask<V> submit(
      Callable<V> callable, @Nullable Completions<V> completions) {
    return add(newTask(TaskName.of(callable), callable, 0, 0, completions));
  }

  /** Adds a task that recurs: from start to start if the period is positive, else from its end. */
  public PoolTask<?> scheduleEvery(Runnable command, long delayNanos, long periodNanos) {
    return add(
        newTask(TaskName.of(command), Executors.callable(command), delayNanos, periodNanos, null));
  }

  private <V extends @Nullable Object> PoolTask<V> newTask(
      String name,
      Callable<V> callable,
      long delayNanos,
      long periodNanos,
      @Nullable Completions<V> completions) {
    long due = engine.time().after(delayNanos);
    return new PoolTask<>(this, callable, name, due, periodNanos, completions);
  }

  private <T extends PoolTask<?>> T add(T task) {
    enqueue(task);
    return task;
  }

  private void enqueue(PoolTask<?> task) {
    if (!backlog.add(task)) {
      throw new RejectedExecutionException(
          "\"" + task.name + "\" comes too late at " + engine.whereabouts().now() + ": " + this);
    }
  }

  // Tasks run.

  @Override
  public long nextDue() {
    return backlog.nextDue();
  }

  @Override
  public int nextPriority() {
    return 0;
  }

  @Override
  public long nextSequence() {
    return backlog.nextSequence();
  }

  @Override
  public boolean runNext() {
    PoolTask<?> task = backlog.begin();
    try {
      return task != null && run(task);
    } finally {
      if (task != null) {
        backlog.end(task);
      }
      terminateIfDone();
    }
  }

  private boolean run(PoolTask<?> task) {
    engine.whereabouts().begin("task", task.name, true);
    long firing = engine.recorder().firingStarted(lane, task.name, 1, elapsed() - task.due);
    boolean again = task.fire();
    engine.recorder().firingEnded(firing, task.failure());
    report(task);
    if (again) {
      rearm(task);
    }
    return true;
  }

  private void report(PoolTask<?> task) {
    Throwable failure = task.failure();
    if (failure instanceof AssertionError) {
      engine.fail(engine.whereabouts().locate(failure));
    } else if (failure != null && task.unobserved) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }
  }

  private void rearm(PoolTask<?> task) {
    long period = task.periodNanos;
    task.due = period > 0 ? Elapsed.plus(task.due, period) : engine.time().after(-period);
    if (!backlog.addAgain(task)) {
      task.cancel(false);
    }
  }

  // Tasks are given up.

  /** Notices that a task was cancelled. */
  void cancelled(PoolTask<?> task) {
    backlog.cancel(task);
    terminateIfDone();
  }

  /** Takes no more tasks, and gives up those that the policies do not keep. */
  public void shutdown() {
    backlog.shutDown();
    applyPolicies();
  }

  /** Interrupts what runs, and returns what has not begun, in order. */
  public List<Runnable> shutdownNow() {
    List<Runnable> left = backlog.stop();
    backlog.running().forEach(PoolTask::interrupt);
    terminateIfDone();
    return left;
  }

  /** Returns what a shutdown does; {@link #applyPolicies} is to follow a change. */
  public ShutdownPolicies policies() {
    return backlog.policies;
  }

  /** Gives up what the policies do not keep after a shutdown. */
  public void applyPolicies() {
    backlog.giveUp().forEach(task -> task.cancel(false));
    terminateIfDone();
  }

  private void terminateIfDone() {
    if (backlog.terminate()) {
      awaitingTermination.wakeAll();
    }
  }

  /** Blocks the calling thread in virtual time until all is done. Answers whether it is. */
  public boolean awaitTermination(long deadline) throws InterruptedException {
    return isTerminated()
        || awaitingTermination.await("the termination of " + this, this::isTerminated, deadline);
  }

  // What can be asked.

  /** Answers whether tasks are no more accepted. */
  public boolean isShutdown() {
    return backlog.isShutDown();
  }

  /** Answers whether all is done after a shutdown. */
  public boolean isTerminated() {
    return backlog.isTerminated();
  }

  @Override
  public boolean isClosed() {
    return isTerminated();
  }

  @Override
  public void crashed() {
    backlog.crash();
  }

  @Override
  public boolean hasForeground() {
    return backlog.hasForeground();
  }

  @Override
  public List<PendingEvent> pending() {
    return backlog.pending();
  }

  /** Returns the elapsed time at which a time-out ends; one that is not positive ends now. */
  public long deadline(long timeout, TimeUnit unit) {
    return engine.time().after(unit.toNanos(timeout));
  }

  long elapsed() {
    return engine.time().nanoTime();
  }

  @Override
  public String lane() {
    return lane;
  }

  Engine engine() {
    return engine;
  }

  @Override
  public String toString() {
    return lane + " (" + backlog + ")";
  }
}
