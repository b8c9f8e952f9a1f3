package dev.timelapse.samples.bugs.lease;

import dev.timelapse.scheduler.Scheduler;

class BuggyLeaseTestCase extends LeaseScenario {

  @Override
  void start(String node, Scheduler own) {
    new BuggyLeader(node, own, time.timeSource(), leases, ledger).start();
  }
}
