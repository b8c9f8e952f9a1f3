package dev.timelapse.scheduler;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs one event: the task, what the listeners hear of it, and what follows in its series. */
final class Firer {

  private final Loop loop;
  private final Schedule schedule;
  private final Clocks clocks;
  private final Listeners listeners;
  private final Firing firing;

  Firer(Loop loop, Schedule schedule) {
    this.loop = loop;
    this.schedule = schedule;
    this.clocks = loop.clocks;
    this.listeners = loop.listeners;
    this.firing = new Firing(loop);
  }

  /** Runs the earliest event, which is due. Answers whether a task ran. */
  boolean fireFirst() {
    int slot = schedule.queue.first();
    Object action = schedule.queue.slots.action(slot);
    try {
      if (action instanceof ScheduledJob job) {
        return fire(job);
      }
      return action instanceof OneShot oneShot ? fire(oneShot) : fire(slot);
    } finally {
      firing.clear();
    }
  }

  void noticeWallClock() {
    if (schedule.hasCalendar()) {
      schedule.syncClocks();
      tellOf(clocks.takeStep());
    }
  }

  void wallClockStepped() {
    tellOf(schedule.stepExactly());
  }

  private void tellOf(Duration step) {
    if (!step.isZero()) {
      listeners.clockStepped(step);
    }
  }

  private boolean fire(int slot) {
    schedule.queue.removeFirst();
    Task task = schedule.queue.slots.take(slot, firing, clocks.elapsed());
    if (task == null) {
      schedule.queue.bury(slot);
      return false;
    }
    schedule.oneShotRuns();
    invoke(task);
    return true;
  }

  private boolean fire(OneShot event) {
    Task task = event.take();
    if (task == null) {
      schedule.withdraw(event);
      return false;
    }
    schedule.remove(event);
    schedule.release(event);
    firing.start(event, clocks.elapsed());
    invoke(task);
    return true;
  }

  private boolean fire(ScheduledJob job) {
    schedule.remove(job);
    job.begin();
    firing.start(job, clocks.elapsed());
    long dropped = job.dropMissed(clocks);
    if (dropped > 0) {
      firing.missed(dropped);
      listeners.missed(firing);
    }
    boolean runs = !job.hasEnded() && (dropped == 0 || job.job().misfire() != Misfire.SKIP);
    Throwable failure = runs ? invoke(job.job().task()) : null;
    if (!job.hasEnded()) {
      rearm(job, failure);
    }
    if (!job.hasEnded() && job.arm()) {
      schedule.add(job);
    } else {
      schedule.release(job);
    }
    return runs;
  }

  private void rearm(ScheduledJob job, @Nullable Throwable failure) {
    if (job.onWallClock()) {
      schedule.syncClocks();
    }
    job.advance(clocks);
    if (!job.isExtra() && (failure == null || !retries(job, failure))) {
      job.noRetry();
    }
    if (job.isOver() && job.end()) {
      loop.jobs.remove(job);
    }
  }

  private boolean retries(ScheduledJob job, Throwable failure) {
    Retry retry = job.job().retry();
    long delay = retry.delayNanosAfter(job.attempt);
    long retryDue = Nanos.plus(clocks.elapsed(), delay);
    if (job.attempt < retry.attempts() && retryDue < job.regularDue()) {
      listeners.retrying(firing, delay);
      job.retryAt(retryDue);
      return true;
    }
    if (retry.attempts() > 1) {
      listeners.gaveUp(firing, failure);
    }
    return false;
  }

  /** Runs a task and tells the listeners. Answers what it threw. */
  private @Nullable Throwable invoke(Task task) {
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
      return null;
    }
    listeners.failed(firing, failure);
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return failure;
  }
}
