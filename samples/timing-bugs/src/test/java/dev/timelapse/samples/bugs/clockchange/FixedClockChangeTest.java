package dev.timelapse.samples.bugs.clockchange;

class FixedClockChangeTest extends ClockChangeScenario {

  @Override
  void start() {
    new FixedNightlyBilling(scheduler, clock, billing).start();
  }
}
