package dev.timelapse.samples.bugs.cleanup;

class BuggyCleanupTestCase extends CleanupScenario {

  @Override
  void start() {
    new BuggyCleanup(scheduler, time.clock(), store).start();
  }
}
