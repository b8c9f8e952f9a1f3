package dev.timelapse.samples.bugs.clockchange;

class BuggyClockChangeTestCase extends ClockChangeScenario {

  @Override
  void start() {
    new BuggyNightlyBilling(scheduler, clock, billing).start();
  }
}
