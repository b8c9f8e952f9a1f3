package dev.timelapse.samples.bugs.retrystorm;

import dev.timelapse.scheduler.Scheduler;
import java.util.SplittableRandom;

class FixedRetryStormTest extends RetryStormScenario {

  @Override
  Runnable agent(String name, Scheduler scheduler, int seed) {
    return new FixedAgent(name, scheduler, controller, new SplittableRandom(seed))::start;
  }
}
