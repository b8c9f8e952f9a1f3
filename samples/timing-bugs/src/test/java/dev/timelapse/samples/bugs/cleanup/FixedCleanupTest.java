package dev.timelapse.samples.bugs.cleanup;

class FixedCleanupTest extends CleanupScenario {

  @Override
  void start() {
    new FixedCleanup(scheduler, time.clock(), store).start();
  }
}
