package dev.timelapse.samples.bugs.clockchange;

import static dev.timelapse.scheduler.Trigger.cron;

import dev.timelapse.scheduler.Scheduler;
import java.time.Clock;
import java.time.LocalDateTime;

/**
 * Looks at the clock each hour, and charges at two. But in one night of the year the clock never
 * shows two, and in another it shows two twice.
 *
 * @see <a href="https://github.com/kelektiv/node-cron/issues/563">node-cron: "When dst starts, it's
 *     not fired. And when dst ends, it's fired twice."</a>
 */
final class BuggyNightlyBilling {

  private static final int HOUR = 2;

  private final Scheduler scheduler;
  private final Clock clock;
  private final Billing billing;

  BuggyNightlyBilling(Scheduler scheduler, Clock clock, Billing billing) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.billing = billing;
  }

  void start() {
    scheduler.add("billing", cron("0 * * * *", clock.getZone()), this::chargeAtTwo);
  }

  private void chargeAtTwo() {
    LocalDateTime now = LocalDateTime.now(clock);
    if (now.getHour() == HOUR) {
      billing.charge(now.toLocalDate());
    }
  }
}
