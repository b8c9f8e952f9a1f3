package dev.timelapse.samples.bugs.failover;

class BuggyFailoverTestCase extends FailoverScenario {

  @Override
  void start() {
    new BuggyShipping(scheduler, orders, carrier).start();
  }
}
