package dev.timelapse.samples.bugs.failover;

class FixedFailoverTest extends FailoverScenario {

  @Override
  void start() {
    new FixedShipping(scheduler, orders, carrier).start();
  }
}
