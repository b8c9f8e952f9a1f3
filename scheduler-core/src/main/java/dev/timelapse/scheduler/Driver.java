package dev.timelapse.scheduler;

import org.jspecify.annotations.Nullable;

/** The ways to drive a loop, each on the thread that calls. */
final class Driver {

  private final Ownership ownership;
  private final Schedule schedule;
  private final Clocks clocks;
  private final Firer firer;
  private final @Nullable Simulation simulation;

  Driver(Ownership ownership, Schedule schedule, Firer firer, @Nullable Simulation simulation) {
    this.ownership = ownership;
    this.clocks = schedule.clocks;
    this.schedule = schedule;
    this.firer = firer;
    this.simulation = simulation;
  }

  /**
   * Runs what is due, and answers how long until there is more. What others have put into the inbox
   * before the last look into it is taken account of; who comes later knows that an event of its
   * own may want an earlier call.
   */
  long runDue() {
    ownership.startDriving(false);
    try {
      boolean lookedAgain = false;
      while (true) {
        prepare();
        if (ownership.isClosed()) {
          return Nanos.NEVER;
        }
        long now = clocks.elapsed();
        long wait = schedule.nextWait(now);
        if (wait <= 0) {
          lookedAgain = false;
          firer.fireFirst(now);
        } else if (lookedAgain || ownership.inbox.isEmpty()) {
          schedule.queue.sweepIfIdle();
          return wait;
        } else {
          lookedAgain = true;
        }
      }
    } finally {
      ownership.stopDriving();
    }
  }

  /**
   * Runs the earliest event if it is due, and shows what is the next. Answers whether a task ran.
   */
  boolean runNext(Simulated face) {
    ownership.startDriving(false);
    try {
      ownership.drain();
      long now = clocks.elapsed();
      boolean ran = !ownership.isClosed() && schedule.nextWait(now) <= 0 && firer.fireFirst(now);
      ownership.drain();
      show(face);
      return ran;
    } finally {
      ownership.stopDriving();
    }
  }

  /** Shows the earliest event, if there is one to run; for the owner. */
  void show(Simulated face) {
    if (ownership.isClosed()) {
      face.seesNothing();
    } else {
      face.sees(schedule.queue.first(), ownership.turn());
    }
  }

  /** Runs events as they come due. */
  void run(boolean untilIdle) throws InterruptedException {
    if (simulation != null) {
      throw new IllegalStateException(
          "this scheduler's time is simulated and stands still while run() blocks: advance the timeline, which runs it");
    }
    ownership.startDriving(true);
    try {
      while (true) {
        prepare();
        if (ownership.isClosed() || (untilIdle && schedule.queue.isEmpty())) {
          return;
        }
        if (Thread.interrupted()) {
          throw new InterruptedException(
              "interrupted while driving a scheduler; its queue is intact");
        }
        long now = clocks.elapsed();
        long wait = schedule.nextWait(now);
        if (wait > 0) {
          schedule.queue.sweepIfIdle();
          ownership.sleep(wait);
        } else {
          firer.fireFirst(now);
        }
      }
    } finally {
      ownership.stopDriving();
    }
  }

  private void prepare() {
    ownership.drain();
    if (schedule.hasCalendar()) {
      ownership.admitOthers();
      firer.noticeWallClock();
    }
  }
}
