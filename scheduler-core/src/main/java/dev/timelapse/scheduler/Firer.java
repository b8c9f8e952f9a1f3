package dev.timelapse.scheduler;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs one event: the task, what the listeners hear of it, and what follows in its series. */
final class Firer {

  private final Loop loop;
  private final Ownership ownership;
  private final Schedule schedule;
  private final Slots slots;
  private final Clocks clocks;
  private final Listeners listeners;
  private final Firing firing;

  Firer(Loop loop, Schedule schedule) {
    this.loop = loop;
    this.schedule = schedule;
    this.ownership = loop.ownership;
    this.slots = schedule.queue.slots;
    this.clocks = loop.clocks;
    this.listeners = loop.listeners;
    this.firing = new Firing(loop);
  }

  /** Runs the earliest event, which is due now. Answers whether a task ran. */
  boolean fireFirst(long now) {
    int slot = schedule.queue.first();
    Object action = slots.action(slot);
    try {
      if (action instanceof ScheduledJob job) {
        return fire(job, slot, now);
      }
      return action instanceof OneShot oneShot ? fire(oneShot, slot, now) : fire(slot, now);
    } finally {
      firing.clear();
    }
  }

  void noticeWallClock() {
    schedule.syncClocks();
    Duration step = clocks.takeStep();
    if (!step.isZero()) {
      listeners.clockStepped(step);
    }
  }

  private boolean fire(int slot, long now) {
    Object task = slots.action(slot);
    schedule.queue.removeFirst();
    if (task == null || !slots.claim(slot, ownership.isAlone())) {
      schedule.queue.bury(slot);
      return false;
    }
    firing.start(slot, slots.stamp(slot), slots.priority(slot), slots.due(slot), now);
    slots.free(slot);
    schedule.oneShotRuns();
    invoke((Task) task, loop.oneShots);
    return true;
  }

  private boolean fire(OneShot event, int slot, long now) {
    Task task = event.take();
    if (task == null) {
      schedule.withdraw(event);
      return false;
    }
    schedule.remove(event, slot);
    schedule.release(event);
    firing.start(event, now);
    invoke(task, loop.oneShots);
    return true;
  }

  private boolean fire(ScheduledJob job, int slot, long now) {
    return job.isPlain(now) ? firePlain(job, slot, now) : fireAny(job, slot, now);
  }

  private boolean firePlain(ScheduledJob job, int slot, long now) {
    schedule.queue.removeFirst();
    slots.retire(slot);
    job.beginPlain();
    firing.start(job, slot, now);
    Throwable failure = invoke(job.task, job.tally);
    if (failure == null && job.goOn(clocks)) {
      schedule.addAgain(job, slot);
    } else {
      follow(job, failure);
    }
    return true;
  }

  private boolean fireAny(ScheduledJob job, int slot, long now) {
    schedule.remove(job, slot);
    job.begin();
    firing.start(job, slot, now);
    ownership.admitOthers();
    long dropped = job.dropMissed(clocks, now);
    if (dropped > 0) {
      firing.missed(dropped);
      listeners.missed(firing, job.tally);
    }
    boolean runs = !job.hasEnded() && (dropped == 0 || job.job().misfire() != Misfire.SKIP);
    follow(job, runs ? invoke(job.task, job.tally) : null);
    return runs;
  }

  /** Queues what follows in a job's series, if anything does. */
  private void follow(ScheduledJob job, @Nullable Throwable failure) {
    if (!job.hasEnded()) {
      rearm(job, failure);
    }
    if (!job.hasEnded() && job.arm()) {
      schedule.add(job);
    } else {
      schedule.release(job);
    }
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
    if (job.attempt < retry.attempts()) {
      long delay = retry.delayNanosAfter(job.attempt, loop.settings.random());
      long retryDue = Nanos.plus(clocks.elapsed(), delay);
      if (retryDue < job.regularDue()) {
        listeners.retrying(firing, delay);
        job.retryAt(retryDue);
        return true;
      }
    }
    if (retry.attempts() > 1) {
      listeners.gaveUp(firing, failure);
    }
    return false;
  }

  /** Runs a task and tells the listeners. Answers what it threw. */
  private @Nullable Throwable invoke(Task task, @Nullable Tally tally) {
    ownership.admitOthers();
    listeners.started(firing, tally);
    Throwable failure = null;
    try {
      task.run();
    } catch (StrandStopped e) {
      throw e;
    } catch (Throwable e) {
      failure = e;
    }
    if (tally != null || failure != null || listeners.any()) {
      firing.end(clocks.elapsed());
      listeners.ended(firing, tally, failure);
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
    }
    return failure;
  }
}
