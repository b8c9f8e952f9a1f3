package dev.timelapse.usage;

import static dev.timelapse.scheduler.Retry.exponential;
import static dev.timelapse.scheduler.Trigger.cron;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.then;

import dev.timelapse.scheduler.Job;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TimelapseExtension.class)
@Timelapse(start = "2026-03-27", zone = "Europe/Berlin")
class OffsiteBackupTest {

  @Outside ObjectStore offsite; // a Mockito mock: every call is on the timeline
  @Outside Pager pager;

  @Test
  void storeDownForThreeHours_retriesUntilItIsBack_pagesNobody(
      Timeline time, Scheduler scheduler, Clock clock) {
    Backups backups = new Backups(scheduler, clock, offsite, pager);
    backups.start();
    time.outside(offsite)
        .takes(ofSeconds(40))
        .failsWith(() -> new IOException("connection refused"))
        .between("2026-03-28T02:00", "2026-03-28T05:00");

    time.advanceBy(ofDays(7)); // real time: milliseconds

    assertThat(backups.made)
        .containsExactlyElementsOf(
            LocalDate.of(2026, 3, 27).datesUntil(LocalDate.of(2026, 4, 3)).toList());
    assertThat(time.recording().firingsOf("copy backups off site")).hasSizeGreaterThan(7);
    then(pager).shouldHaveNoInteractions();
  }

  // What is tested: real code, with what reaches outside behind interfaces.

  interface ObjectStore {
    void put(String name) throws IOException;
  }

  interface Pager {
    void page(String text);
  }

  static final class Backups {

    final List<LocalDate> made = new ArrayList<>();
    private final Scheduler scheduler;
    private final Clock clock;
    private final ObjectStore offsite;
    private final Pager pager;

    Backups(Scheduler scheduler, Clock clock, ObjectStore offsite, Pager pager) {
      this.scheduler = scheduler;
      this.clock = clock;
      this.offsite = offsite;
      this.pager = pager;
    }

    void start() {
      scheduler.add(
          Job.named("copy backups off site")
              .trigger(cron("0 3 * * *", clock.getZone()))
              .retry(exponential(ofSeconds(10)).upTo(ofMinutes(30)).attempts(20))
              .task(this::copyOffSite));
      scheduler.add("check age", cron("0 * * * *", clock.getZone()), this::checkAge);
    }

    private void copyOffSite() throws IOException {
      LocalDate today = LocalDate.now(clock);
      offsite.put("backup-" + today);
      made.add(today);
    }

    private void checkAge() {
      LocalDate today = LocalDate.now(clock);
      if (!made.isEmpty() && made.get(made.size() - 1).isBefore(today.minusDays(1))) {
        pager.page("no copy since " + made.get(made.size() - 1));
      }
    }
  }
}
