package dev.timelapse.samples.bugs.retrystorm;

import dev.timelapse.scheduler.Scheduler;

class BuggyRetryStormTestCase extends RetryStormScenario {

  @Override
  Runnable agent(String name, Scheduler scheduler, int seed) {
    return new BuggyAgent(name, scheduler, controller)::start;
  }
}
