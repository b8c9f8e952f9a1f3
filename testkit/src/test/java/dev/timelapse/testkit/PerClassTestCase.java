package dev.timelapse.testkit;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.Trigger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TimelapseExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class PerClassTestCase {

  Timeline time;
  Scheduler scheduler;
  @Outside Runnable work;

  @RepeatedTest(3)
  void timelineSchedulerAndMocks_areNew() {
    assertThat(time.elapsed()).isZero();
    assertThat(scheduler.jobs()).isEmpty();
    scheduler.add("work", Trigger.every(ofDays(1)), work::run);
    time.advanceBy(ofDays(3));
    assertThat(time.recording().callsTo("work")).hasSize(3);
  }
}
