package dev.timelapse.usage;

import static dev.timelapse.scheduler.Retry.exponential;
import static dev.timelapse.scheduler.Trigger.cron;
import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.timelapse.scheduler.Job;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fails, for its account to be looked at. */
@ExtendWith(TimelapseExtension.class)
@Timelapse(start = "2026-03-27", zone = "Europe/Berlin")
class MissedCopyTestCase {

  @Outside ObjectStore offsite;
  @Outside Services services;

  @Test
  void storeDownAtNight_copyIsNeverTooOld(Timeline time, Scheduler scheduler, Clock clock) {
    given(services.answer(any())).willReturn(true);
    Copies copies = new Copies(offsite, clock);
    scheduler.add("probe services", every(ofHours(1)), () -> services.answer("web"));
    scheduler.add(
        Job.named("copy backups off site")
            .trigger(cron("0 3 * * *", clock.getZone()))
            .retry(exponential(ofMinutes(10)).attempts(3))
            .task(copies::make));
    time.outside(offsite)
        .takes(ofSeconds(40))
        .failsWith(() -> new IOException("connection refused"))
        .between("2026-03-28T02:00", "2026-03-28T05:00");
    time.always("copy of the last 25 hours", () -> copies.age().compareTo(ofHours(25)) <= 0);

    time.advanceBy(ofDays(7));
  }

  interface ObjectStore {
    void put(String name) throws IOException;
  }

  interface Services {
    boolean answer(String name);
  }

  static final class Copies {

    private final ObjectStore offsite;
    private final Clock clock;
    private Instant last;

    Copies(ObjectStore offsite, Clock clock) {
      this.offsite = offsite;
      this.clock = clock;
      this.last = clock.instant();
    }

    void make() throws IOException {
      offsite.put("backup-" + LocalDate.now(clock));
      last = clock.instant();
    }

    Duration age() {
      return Duration.between(last, clock.instant());
    }
  }
}
