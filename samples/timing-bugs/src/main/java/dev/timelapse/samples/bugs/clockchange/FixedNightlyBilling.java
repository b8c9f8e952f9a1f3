package dev.timelapse.samples.bugs.clockchange;

import static dev.timelapse.scheduler.Trigger.daily;

import dev.timelapse.scheduler.Scheduler;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Charges once on each date: a daily trigger fires at the end of the hour that is left out, and the
 * first time of the one that comes twice.
 */
final class FixedNightlyBilling {

  private static final LocalTime TIME = LocalTime.of(2, 0);

  private final Scheduler scheduler;
  private final Clock clock;
  private final Billing billing;

  FixedNightlyBilling(Scheduler scheduler, Clock clock, Billing billing) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.billing = billing;
  }

  void start() {
    scheduler.add("billing", daily(TIME, clock.getZone()), this::charge);
  }

  private void charge() {
    billing.charge(LocalDate.now(clock));
  }
}
