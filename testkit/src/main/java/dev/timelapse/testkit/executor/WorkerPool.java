package dev.timelapse.testkit.executor;

import dev.timelapse.scheduler.PendingEvent;
import dev.timelapse.testkit.engine.Driven;
import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.engine.Engine;
import dev.timelapse.testkit.engine.Waits;
import java.util.ArrayList;
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

  private enum State {
    RUNNING("running"),
    SHUT_DOWN("shut down"),
    STOPPED("stopped"),
    TERMINATED("terminated");

    final String words;

    State(String words) {
      this.words = words;
    }
  }

  private final Engine engine;
  private final String lane;
  private final int workers;
  private final ShutdownPolicies policies = new ShutdownPolicies();
  private final Waits awaitingTermination;

  /**
   * Guards what follows. Never held while a task runs, is interrupted or tells that it is done: the
   * timeline asks the pool while it holds a lock of its own.
   */
  private final Object lock = new Object();

  private final TaskQueue queue = new TaskQueue();
  private final List<PoolTask<?>> running = new ArrayList<>();
  private State state = State.RUNNING;

  /** Creates a pool and puts it on the timeline. */
  public WorkerPool(Engine engine, String lane, int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException(
          "an executor needs one worker or more, but was given " + workers);
    }
    this.engine = engine;
    this.lane = lane;
    this.workers = workers;
    this.awaitingTermination = new Waits(engine);
    engine.adopt(this);
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
    synchronized (lock) {
      if (state != State.RUNNING) {
        throw new RejectedExecutionException(
            "\"" + task.name + "\" comes too late at " + engine.whereabouts().now() + ": " + this);
      }
      queue.add(task, engine.nextSequence());
    }
  }

  // Tasks run.

  @Override
  public long nextDue() {
    synchronized (lock) {
      PoolTask<?> next = next();
      return next == null ? Elapsed.NEVER : next.due;
    }
  }

  @Override
  public int nextPriority() {
    return 0;
  }

  @Override
  public long nextSequence() {
    synchronized (lock) {
      PoolTask<?> next = next();
      return next == null ? Long.MAX_VALUE : next.sequence;
    }
  }

  /** Returns what a free worker is to see next: a task, or what holds up the termination. */
  private @Nullable PoolTask<?> next() {
    if (running.size() >= workers) {
      return null;
    }
    PoolTask<?> first = queue.first();
    return first == null && state == State.SHUT_DOWN ? queue.lastCancelled() : first;
  }

  @Override
  public boolean runNext() {
    PoolTask<?> task = begin();
    try {
      return task != null && run(task);
    } finally {
      synchronized (lock) {
        running.remove(task);
      }
      terminateIfDone();
    }
  }

  private @Nullable PoolTask<?> begin() {
    synchronized (lock) {
      PoolTask<?> first = queue.first();
      queue.forgetCancelled(elapsed());
      if (first == null || first.due > elapsed()) {
        return null;
      }
      queue.remove(first);
      running.add(first);
      return first;
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
    boolean added = false;
    synchronized (lock) {
      if (mayRun(task)) {
        queue.add(task, engine.nextSequence());
        added = true;
      }
    }
    if (!added) {
      task.cancel(false);
    }
  }

  // Tasks are given up.

  /** Notices that a task was cancelled. */
  void cancelled(PoolTask<?> task) {
    synchronized (lock) {
      queue.cancel(task, policies.removesCancelled(), elapsed());
    }
    terminateIfDone();
  }

  /** Takes no more tasks, and gives up those that the policies do not keep. */
  public void shutdown() {
    synchronized (lock) {
      if (state == State.RUNNING) {
        state = State.SHUT_DOWN;
      }
    }
    applyPolicies();
  }

  /** Interrupts what runs, and returns what has not begun, in order. */
  public List<Runnable> shutdownNow() {
    List<Runnable> left;
    List<PoolTask<?>> begun;
    synchronized (lock) {
      if (state != State.TERMINATED) {
        state = State.STOPPED;
      }
      left = queue.drain(elapsed());
      begun = List.copyOf(running);
    }
    begun.forEach(PoolTask::interrupt);
    terminateIfDone();
    return left;
  }

  /** Returns what a shutdown does; {@link #applyPolicies} is to follow a change. */
  public ShutdownPolicies policies() {
    return policies;
  }

  /** Gives up what the policies do not keep after a shutdown. */
  public void applyPolicies() {
    List<PoolTask<?>> dropped;
    synchronized (lock) {
      dropped = isShutdown() ? queue.removeIf(task -> !mayRun(task)) : List.of();
    }
    dropped.forEach(task -> task.cancel(false));
    terminateIfDone();
  }

  private boolean mayRun(PoolTask<?> task) {
    if (state != State.SHUT_DOWN) {
      return state == State.RUNNING;
    }
    return policies.keep(task, elapsed());
  }

  private void terminateIfDone() {
    synchronized (lock) {
      if (state == State.RUNNING
          || state == State.TERMINATED
          || !running.isEmpty()
          || queue.first() != null
          || queue.lastCancelled() != null) {
        return;
      }
      state = State.TERMINATED;
    }
    awaitingTermination.wakeAll();
  }

  /** Blocks the calling thread in virtual time until all is done. Answers whether it is. */
  public boolean awaitTermination(long deadline) throws InterruptedException {
    return isTerminated()
        || awaitingTermination.await("the termination of " + this, this::isTerminated, deadline);
  }

  // What can be asked.

  /** Answers whether tasks are no more accepted. */
  public boolean isShutdown() {
    synchronized (lock) {
      return state != State.RUNNING;
    }
  }

  /** Answers whether all is done after a shutdown. */
  public boolean isTerminated() {
    synchronized (lock) {
      return state == State.TERMINATED;
    }
  }

  @Override
  public boolean isClosed() {
    return isTerminated();
  }

  @Override
  public void crashed() {
    synchronized (lock) {
      state = State.TERMINATED;
      queue.drain(elapsed());
    }
  }

  @Override
  public boolean hasForeground() {
    synchronized (lock) {
      return !running.isEmpty() || queue.hasOneShot();
    }
  }

  @Override
  public List<PendingEvent> pending() {
    synchronized (lock) {
      return queue
          .inOrder()
          .map(
              task -> new PendingEvent(task.name, engine.instantAt(task.due), 0, task.isPeriodic()))
          .toList();
    }
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
    synchronized (lock) {
      return lane
          + " ("
          + state.words
          + ", "
          + running.size()
          + " of "
          + workers
          + " workers busy, "
          + queue.size()
          + " queued)";
    }
  }
}
