package dev.timelapse.testkit.executor;

import dev.timelapse.scheduler.PendingEvent;
import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.engine.VirtualTimeSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a pool that have not ended, queued or with its workers, and how far its shutdown has
 * come. Any thread may use it. Its lock is never held while a task runs, is interrupted or tells
 * that it is done: the timeline asks while it holds a lock of its own.
 */
final class Backlog {

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

  final ShutdownPolicies policies = new ShutdownPolicies();
  private final VirtualTimeSource time;
  private final int workers;
  private final TaskQueue queue = new TaskQueue();
  private final List<PoolTask<?>> running = new ArrayList<>();
  private State state = State.RUNNING;

  Backlog(VirtualTimeSource time, int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException(
          "an executor needs one worker or more, but was given " + workers);
    }
    this.time = time;
    this.workers = workers;
  }

  /** Takes on a new task. Answers whether it did, rather than being shut down. */
  synchronized boolean add(PoolTask<?> task) {
    boolean accepts = state == State.RUNNING;
    if (accepts) {
      queue.add(task, time.nextSequence());
    }
    return accepts;
  }

  /** Takes a task back that is to run again. Answers whether it may. */
  synchronized boolean addAgain(PoolTask<?> task) {
    boolean mayRun = mayRun(task);
    if (mayRun) {
      queue.add(task, time.nextSequence());
    }
    return mayRun;
  }

  private boolean mayRun(PoolTask<?> task) {
    return switch (state) {
      case RUNNING -> true;
      case SHUT_DOWN -> policies.keep(task, time.nanoTime());
      case STOPPED, TERMINATED -> false;
    };
  }

  /** Returns what a free worker is to see next: a task, or what holds up the termination. */
  private @Nullable PoolTask<?> next() {
    if (running.size() >= workers) {
      return null;
    }
    PoolTask<?> first = queue.first();
    return first == null && state == State.SHUT_DOWN ? queue.lastCancelled() : first;
  }

  synchronized long nextDue() {
    PoolTask<?> next = next();
    return next == null ? Elapsed.NEVER : next.due;
  }

  synchronized long nextSequence() {
    PoolTask<?> next = next();
    return next == null ? Long.MAX_VALUE : next.sequence;
  }

  /** Gives a worker the first task that is due, if there is one. */
  synchronized @Nullable PoolTask<?> begin() {
    PoolTask<?> first = queue.first();
    queue.forgetCancelled(time.nanoTime());
    if (first == null || first.due > time.nanoTime()) {
      return null;
    }
    queue.remove(first);
    running.add(first);
    return first;
  }

  /** Takes note that a worker is free again. */
  synchronized void end(PoolTask<?> task) {
    running.remove(task);
  }

  /** Takes out a task that was cancelled. */
  synchronized void cancel(PoolTask<?> task) {
    queue.cancel(task, policies.removesCancelled(), time.nanoTime());
  }

  /** Takes no more new tasks. */
  synchronized void shutDown() {
    if (state == State.RUNNING) {
      state = State.SHUT_DOWN;
    }
  }

  /** Takes out what the policies do not keep after a shutdown, if there was one. */
  synchronized List<PoolTask<?>> giveUp() {
    return isShutDown() ? queue.removeIf(task -> !mayRun(task)) : List.of();
  }

  /** Lets nothing run any more but what has begun. Answers what has not. */
  synchronized List<Runnable> stop() {
    if (state != State.TERMINATED) {
      state = State.STOPPED;
    }
    return queue.drain(time.nanoTime());
  }

  /** Returns what has begun and not ended. */
  synchronized List<PoolTask<?>> running() {
    return List.copyOf(running);
  }

  /** Ends it if it was shut down and nothing is left to do. Answers whether that is so just now. */
  synchronized boolean terminate() {
    boolean ends =
        isShutDown()
            && state != State.TERMINATED
            && running.isEmpty()
            && queue.first() == null
            && queue.lastCancelled() == null;
    if (ends) {
      state = State.TERMINATED;
    }
    return ends;
  }

  /** Forgets all of it, as a killed process does. */
  synchronized void crash() {
    state = State.TERMINATED;
    queue.drain(time.nanoTime());
  }

  synchronized boolean isShutDown() {
    return state != State.RUNNING;
  }

  synchronized boolean isTerminated() {
    return state == State.TERMINATED;
  }

  /** Answers whether there is more than the next rounds of recurring tasks. */
  synchronized boolean hasForeground() {
    return !running.isEmpty() || queue.hasOneShot();
  }

  /** Returns what is queued, in order. */
  synchronized List<PendingEvent> pending() {
    return queue
        .inOrder()
        .map(task -> new PendingEvent(task.name, time.instantAt(task.due), 0, task.isPeriodic()))
        .toList();
  }

  @Override
  public synchronized String toString() {
    return state.words
        + ", "
        + running.size()
        + " of "
        + workers
        + " workers busy, "
        + queue.size()
        + " queued";
  }
}
