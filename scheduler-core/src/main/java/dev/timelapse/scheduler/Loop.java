package dev.timelapse.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The queue, its lock, and the thread that drives it. Tasks and listeners run outside the lock,
 * everything else inside.
 */
final class Loop {

  /**
   * How long the loop sleeps at most while calendar events are pending: the bound on noticing a
   * stepped wall clock.
   */
  private static final long WALL_CLOCK_CHECK_NANOS = 1_000_000_000L;

  final Clocks clocks;
  final Listeners listeners = new Listeners();
  private final @Nullable Simulation simulation;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final EventQueue queue = new EventQueue();
  private final Map<String, ScheduledJob> jobs = new LinkedHashMap<>();
  private final Firing firing;
  private @Nullable Thread driver;
  private boolean closed;
  private long sequence;

  Loop(TimeSource time) {
    this.clocks = new Clocks(time);
    this.firing = new Firing(clocks);
    this.simulation = time instanceof Simulation owner ? owner : null;
  }

  // What any thread may ask for.

  Event after(Duration delay, int priority, Task task) {
    OneShot event = new OneShot(this, priority, task);
    lock.lock();
    try {
      event.due = Nanos.plus(clocks.elapsed(), Nanos.of(delay));
      insert(event);
    } finally {
      lock.unlock();
    }
    return event;
  }

  Event at(Instant instant, int priority, Task task) {
    OneShot event = new OneShot(this, priority, task);
    lock.lock();
    try {
      syncClocks();
      event.dueInstant = instant;
      event.due = clocks.elapsedAt(instant);
      insert(event);
    } finally {
      lock.unlock();
    }
    return event;
  }

  ScheduledJob add(Job job) {
    lock.lock();
    try {
      if (jobs.containsKey(job.name())) {
        throw new IllegalArgumentException(
            "this scheduler has a job named \""
                + job.name()
                + "\" already: cancel that one first, or choose another name");
      }
      syncClocks();
      ScheduledJob event = new ScheduledJob(this, job, clocks);
      insert(event);
      jobs.put(job.name(), event);
      return event;
    } finally {
      lock.unlock();
    }
  }

  boolean cancel(Event event) {
    lock.lock();
    try {
      boolean cancelled = event.end();
      if (event.index != EventQueue.ABSENT) {
        queue.remove(event);
        changed.signalAll();
      }
      if (event instanceof ScheduledJob job) {
        jobs.remove(job.name(), job);
      }
      return cancelled;
    } finally {
      lock.unlock();
    }
  }

  boolean isPending(Event event) {
    lock.lock();
    try {
      return event.index != EventQueue.ABSENT;
    } finally {
      lock.unlock();
    }
  }

  @Nullable Instant dueOf(Event event) {
    lock.lock();
    try {
      return event.index == EventQueue.ABSENT ? null : instantOf(event);
    } finally {
      lock.unlock();
    }
  }

  List<PendingEvent> pending() {
    lock.lock();
    try {
      List<PendingEvent> pending = new ArrayList<>(queue.size());
      for (Event event : queue.inOrder()) {
        pending.add(new PendingEvent(event.name(), instantOf(event), event.priority));
      }
      return List.copyOf(pending);
    } finally {
      lock.unlock();
    }
  }

  List<ScheduledJob> jobs() {
    lock.lock();
    try {
      return List.copyOf(jobs.values());
    } finally {
      lock.unlock();
    }
  }

  boolean isIdle() {
    lock.lock();
    try {
      return queue.size() == 0;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  // What the driving thread does.

  long runDue() {
    lock.lock();
    try {
      startDriving();
      try {
        while (!closed) {
          noticeWallClock();
          Event next = queue.peek();
          long wait = next == null ? Nanos.NEVER : waitFor(next);
          if (next == null || wait > 0) {
            return wait;
          }
          fire(next);
        }
        return Nanos.NEVER;
      } finally {
        driver = null;
      }
    } finally {
      lock.unlock();
    }
  }

  void run(boolean untilIdle) throws InterruptedException {
    if (simulation != null) {
      throw new IllegalStateException(
          "this scheduler's time is simulated and stands still while run() blocks: advance the timeline, which runs it");
    }
    lock.lockInterruptibly();
    try {
      startDriving();
      try {
        while (!closed && !(untilIdle && queue.size() == 0)) {
          if (Thread.interrupted()) {
            throw new InterruptedException(
                "interrupted while driving a scheduler; its queue is intact");
          }
          noticeWallClock();
          Event next = queue.peek();
          long wait = next == null ? Nanos.NEVER : waitFor(next);
          if (next != null && wait <= 0) {
            fire(next);
          } else {
            changed.awaitNanos(
                queue.calendar() > 0 ? Math.min(wait, WALL_CLOCK_CHECK_NANOS) : wait);
          }
        }
      } finally {
        driver = null;
      }
    } finally {
      lock.unlock();
    }
  }

  boolean runNext() {
    lock.lock();
    try {
      startDriving();
      try {
        Event next = queue.peek();
        return next != null && !closed && waitFor(next) <= 0 && fire(next);
      } finally {
        driver = null;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns the earliest event, or null if there is none or the loop is closed. */
  @Nullable Event peek() {
    lock.lock();
    try {
      return closed ? null : queue.peek();
    } finally {
      lock.unlock();
    }
  }

  boolean hasForegroundWork() {
    lock.lock();
    try {
      return !closed && queue.foreground() > 0;
    } finally {
      lock.unlock();
    }
  }

  void wallClockStepped() {
    lock.lock();
    try {
      if (clocks.syncExactly()) {
        queue.recomputeCalendar(clocks);
      }
      reportStep();
    } finally {
      lock.unlock();
    }
  }

  private void startDriving() {
    Thread current = Thread.currentThread();
    if (driver == current) {
      throw new IllegalStateException(
          "a task of this scheduler tried to drive it: its thread drives it already; schedule what is to run instead");
    }
    if (driver != null) {
      throw new IllegalStateException(
          "thread \""
              + driver.getName()
              + "\" drives this scheduler; \""
              + current.getName()
              + "\" cannot drive it too, but may schedule, cancel and close");
    }
    driver = current;
  }

  private void noticeWallClock() {
    if (queue.calendar() > 0) {
      syncClocks();
      reportStep();
    }
  }

  private void syncClocks() {
    if (clocks.sync()) {
      queue.recomputeCalendar(clocks);
    }
  }

  private void reportStep() {
    Duration step = clocks.takeStep();
    if (!step.isZero()) {
      unlocked(() -> listeners.clockStepped(step));
    }
  }

  /**
   * Returns how long the earliest event has to wait. One on the wall clock is never early, even if
   * that clock has become slower by less than makes {@link Clocks} renew its mapping.
   */
  private long waitFor(Event next) {
    long wait = Nanos.until(next.due, clocks.elapsed());
    if (wait <= 0 && next.dueInstant != null) {
      return Nanos.between(clocks.instant(), next.dueInstant);
    }
    return wait;
  }

  /** Takes the earliest event, which is due, out of the queue and runs it. */
  private boolean fire(Event event) {
    queue.remove(event);
    try {
      if (event instanceof ScheduledJob job) {
        return fire(job);
      }
      firing.start(event, clocks.elapsed());
      invoke(((OneShot) event).take());
      return true;
    } finally {
      firing.clear();
    }
  }

  /** Answers whether a task ran. */
  private boolean fire(ScheduledJob job) {
    firing.start(job, clocks.elapsed());
    long dropped = job.dropMissed(clocks);
    if (dropped > 0) {
      firing.missed(dropped);
      unlocked(() -> listeners.missed(firing));
    }
    boolean runs = !job.hasEnded() && (dropped == 0 || job.job().misfire() != Misfire.SKIP);
    Throwable failure = runs ? invoke(job.job().task()) : null;
    if (!job.hasEnded()) {
      rearm(job, failure);
    }
    return runs;
  }

  private void rearm(ScheduledJob job, @Nullable Throwable failure) {
    if (job.onWallClock()) {
      syncClocks();
    }
    job.advance(clocks);
    Retry retry = job.job().retry();
    long delay = retry.delayNanosAfter(job.attempt);
    long retryDue = Nanos.plus(clocks.elapsed(), delay);
    boolean retries =
        failure != null && job.attempt < retry.attempts() && retryDue < job.cadence.due;
    if (retries) {
      unlocked(() -> listeners.retrying(firing, delay));
    } else if (failure != null && retry.attempts() > 1) {
      unlocked(() -> listeners.gaveUp(firing, failure));
    }
    if (job.hasEnded()) {
      return;
    }
    if (retries) {
      job.armRetry(retryDue);
    } else if (job.cadence.hasEnded()) {
      job.end();
      jobs.remove(job.name(), job);
      return;
    } else {
      job.armRegular();
    }
    if (!closed) {
      insert(job);
    }
  }

  /** Runs a task outside the lock, and tells the listeners. Answers what it threw. */
  private @Nullable Throwable invoke(Task task) {
    lock.unlock();
    try {
      listeners.started(firing);
      Throwable failure = null;
      try {
        task.run();
      } catch (StrandStopped e) {
        throw e;
      } catch (Throwable e) {
        failure = e;
      }
      firing.end(clocks.elapsed());
      if (failure == null) {
        listeners.succeeded(firing);
      } else {
        listeners.failed(firing, failure);
      }
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      return failure;
    } finally {
      lock.lock();
    }
  }

  private void unlocked(Runnable call) {
    lock.unlock();
    try {
      call.run();
    } finally {
      lock.lock();
    }
  }

  private void insert(Event event) {
    if (closed) {
      throw new IllegalStateException(
          "this scheduler is closed and takes no more events: \"" + event.name() + "\"");
    }
    event.sequence = simulation != null ? simulation.nextSequence() : sequence++;
    queue.add(event);
    if (queue.peek() == event) {
      changed.signalAll();
    }
  }

  private Instant instantOf(Event event) {
    return event.dueInstant != null ? event.dueInstant : clocks.instantAt(event.due);
  }
}
