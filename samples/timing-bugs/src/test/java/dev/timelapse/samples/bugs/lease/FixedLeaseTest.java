package dev.timelapse.samples.bugs.lease;

import dev.timelapse.scheduler.Scheduler;

class FixedLeaseTest extends LeaseScenario {

  @Override
  void start(String node, Scheduler own) {
    new FixedLeader(node, own, time.timeSource(), leases, ledger).start();
  }
}
