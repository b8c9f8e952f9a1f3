package dev.timelapse.samples.bugs.drift;

class BuggyDriftTestCase extends DriftScenario {

  @Override
  void start() {
    new BuggyNightlyLoad(scheduler, clock, warehouse).start();
  }
}
