package dev.timelapse.samples.bugs.catchup;

import static dev.timelapse.scheduler.Trigger.every;

import dev.timelapse.scheduler.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Fetches mail each minute, and leaves out none. But when the machine was suspended, the minutes of
 * a whole night are due at once.
 *
 * @see <a href="https://github.com/kdcllc/CronScheduler.AspNetCore/issues/42">CronScheduler: "after
 *     returning and waking the laptop it ran every job it missed while asleep"</a>
 */
final class BuggyFetcher {

  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final Scheduler scheduler;
  private final InstantSource clock;
  private final Mailbox mailbox;
  private Instant next = Instant.MAX;

  BuggyFetcher(Scheduler scheduler, InstantSource clock, Mailbox mailbox) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.mailbox = mailbox;
  }

  void start() {
    next = clock.instant().plus(PERIOD);
    scheduler.add("tick", every(Duration.ofSeconds(10)), this::fetchWhatIsDue);
  }

  private void fetchWhatIsDue() throws IOException {
    while (!next.isAfter(clock.instant())) {
      next = next.plus(PERIOD);
      mailbox.fetch();
    }
  }
}
