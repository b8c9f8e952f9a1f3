package dev.timelapse.samples.bugs.stampede;

import java.util.function.Supplier;

class BuggyStampedeTestCase extends StampedeScenario {

  @Override
  Supplier<String> cache() {
    return new BuggyCache(time.timeSource(), database)::get;
  }
}
