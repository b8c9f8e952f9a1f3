package dev.timelapse.samples.bugs.stampede;

import java.util.function.Supplier;

class FixedStampedeTest extends StampedeScenario {

  @Override
  Supplier<String> cache() {
    return new FixedCache(time.timeSource(), database)::get;
  }
}
