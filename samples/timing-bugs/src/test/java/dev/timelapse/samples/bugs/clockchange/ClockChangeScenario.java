package dev.timelapse.samples.bugs.clockchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.recording.RecordedCall;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nights in Berlin, in the second of which the clocks change. */
@ExtendWith(TimelapseExtension.class)
abstract class ClockChangeScenario {

  @Outside Billing billing;
  Timeline time;
  Scheduler scheduler;
  Clock clock;

  abstract void start();

  @Test
  @Timelapse(start = "2026-03-28", zone = "Europe/Berlin")
  void clocksGoForward_eachDayIsChargedOnce() {
    start();
    time.advanceTo("2026-03-29T12:00");

    assertThat(charged()).containsExactly("charge(2026-03-28)", "charge(2026-03-29)");
  }

  @Test
  @Timelapse(start = "2026-10-24", zone = "Europe/Berlin")
  void clocksGoBack_eachDayIsChargedOnce() {
    start();
    time.advanceTo("2026-10-25T12:00");

    assertThat(charged()).containsExactly("charge(2026-10-24)", "charge(2026-10-25)");
  }

  private List<String> charged() {
    return time.recording().callsTo("billing").stream().map(RecordedCall::what).toList();
  }
}
