package dev.timelapse.samples.bugs.drift;

class FixedDriftTest extends DriftScenario {

  @Override
  void start() {
    new FixedNightlyLoad(scheduler, clock, warehouse).start();
  }
}
