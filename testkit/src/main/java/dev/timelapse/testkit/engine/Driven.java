package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.SimulatedScheduler;

/** A scheduler on the timeline. */
final class Driven {

  final Scheduler scheduler;
  final SimulatedScheduler face;

  /**
   * Whether one of its tasks is under way, waiting for time to pass: nothing else of it may run.
   */
  boolean busy;

  Driven(Scheduler scheduler, SimulatedScheduler face) {
    this.scheduler = scheduler;
    this.face = face;
  }
}
