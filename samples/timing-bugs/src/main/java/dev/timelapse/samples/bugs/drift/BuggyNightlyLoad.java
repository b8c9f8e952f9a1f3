package dev.timelapse.samples.bugs.drift;

import dev.timelapse.scheduler.Scheduler;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * Loads the warehouse at one in the morning, and again a day later. But a day later than the end of
 * the work is not a day later than its begin.
 *
 * @see <a href="https://github.com/timescale/timescaledb/issues/2966">TimescaleDB: a nightly job of
 *     four hours "drifts forward every day by the amount of time the job takes to run"</a>
 */
final class BuggyNightlyLoad {

  private static final LocalTime TIME = LocalTime.of(1, 0);

  private final Scheduler scheduler;
  private final Clock clock;
  private final Warehouse warehouse;

  BuggyNightlyLoad(Scheduler scheduler, Clock clock, Warehouse warehouse) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.warehouse = warehouse;
  }

  void start() {
    ZonedDateTime first = ZonedDateTime.now(clock).with(TIME);
    scheduler.at(first.toInstant(), this::load);
  }

  private void load() throws IOException {
    try {
      warehouse.load(LocalDate.now(clock));
    } finally {
      scheduler.after(Duration.ofDays(1), this::load);
    }
  }
}
