package dev.timelapse.samples.bugs.flapping;

class BuggyFlappingTestCase extends FlappingScenario {

  private BuggyHostMonitor monitor;

  @Override
  void start() {
    monitor = new BuggyHostMonitor(scheduler, time.timeSource(), INTERVAL, page);
    monitor.start();
  }

  @Override
  void checkIn(String host) {
    monitor.checkIn(host);
  }
}
