package dev.timelapse.samples.bugs.flapping;

class FixedFlappingTest extends FlappingScenario {

  private FixedHostMonitor monitor;

  @Override
  void start() {
    monitor = new FixedHostMonitor(scheduler, time.timeSource(), INTERVAL, page);
    monitor.start();
  }

  @Override
  void checkIn(String host) {
    monitor.checkIn(host);
  }
}
