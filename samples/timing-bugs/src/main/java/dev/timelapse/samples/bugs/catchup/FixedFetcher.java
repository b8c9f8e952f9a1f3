package dev.timelapse.samples.bugs.catchup;

import static dev.timelapse.scheduler.Misfire.RUN_ONCE;
import static dev.timelapse.scheduler.Trigger.cron;

import dev.timelapse.scheduler.Job;
import dev.timelapse.scheduler.Scheduler;
import java.time.ZoneOffset;

/** Fetches mail each minute, and once for all minutes that were missed. */
final class FixedFetcher {

  private final Scheduler scheduler;
  private final Mailbox mailbox;

  FixedFetcher(Scheduler scheduler, Mailbox mailbox) {
    this.scheduler = scheduler;
    this.mailbox = mailbox;
  }

  void start() {
    scheduler.add(
        Job.named("fetch")
            .trigger(cron("* * * * *", ZoneOffset.UTC))
            .onMisfire(RUN_ONCE)
            .task(mailbox::fetch));
  }
}
