package dev.timelapse.samples.bugs.drift;

import static dev.timelapse.scheduler.Trigger.daily;

import dev.timelapse.scheduler.Scheduler;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;

/** Loads the warehouse at one in the morning, however long that took the night before. */
final class FixedNightlyLoad {

  private static final LocalTime TIME = LocalTime.of(1, 0);

  private final Scheduler scheduler;
  private final Clock clock;
  private final Warehouse warehouse;

  FixedNightlyLoad(Scheduler scheduler, Clock clock, Warehouse warehouse) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.warehouse = warehouse;
  }

  void start() {
    scheduler.add("load the warehouse", daily(TIME, clock.getZone()), this::load);
  }

  private void load() throws IOException {
    warehouse.load(LocalDate.now(clock));
  }
}
