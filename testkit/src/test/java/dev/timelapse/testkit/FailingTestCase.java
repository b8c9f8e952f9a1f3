package dev.timelapse.testkit;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TimelapseExtension.class)
class FailingTestCase {

  interface Probe {
    boolean ping(String node);
  }

  @Outside Probe probe;

  @Test
  void unstubbedCallIsSwallowed(Timeline time, Scheduler scheduler) {
    scheduler.after(
        ofSeconds(1),
        () -> {
          try {
            probe.ping("db-1");
          } catch (AssertionError e) {
            // as careless code does
          }
        });
    time.advanceBy(ofSeconds(1));
  }

  @Test
  void jobFails(Timeline time, Scheduler scheduler) {
    scheduler.add("check", every(ofHours(3)), () -> assertThat(1).isEqualTo(2));
    time.advanceBy(ofHours(4));
  }
}
