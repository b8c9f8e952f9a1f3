package dev.timelapse.samples.bugs.drift;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.recording.RecordedCall;
import java.time.Clock;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The warehouse takes four hours, and the shop opens at nine. */
@ExtendWith(TimelapseExtension.class)
@Timelapse(start = "2026-02-01", zone = "America/New_York")
abstract class DriftScenario {

  private static final LocalTime SHOP_OPENS = LocalTime.of(9, 0);

  @Outside Warehouse warehouse;
  Timeline time;
  Scheduler scheduler;
  Clock clock;

  abstract void start();

  @Test
  void loadTakesFourHours_isDoneEachNightBeforeTheShopOpens() {
    start();
    time.outside(warehouse).takes(ofHours(4));

    time.advanceTo("2026-02-08T00:00");

    assertThat(time.recording().callsTo("warehouse"))
        .extracting(this::localEnd)
        .allMatch(end -> end.isBefore(SHOP_OPENS), "before the shop opens")
        .hasSize(7);
  }

  private LocalTime localEnd(RecordedCall load) {
    return LocalTime.ofInstant(load.at().plus(load.took()), time.zone());
  }
}
