package dev.timelapse.usage;

import static dev.timelapse.scheduler.Retry.exponential;
import static dev.timelapse.scheduler.Trigger.cron;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.times;

import dev.timelapse.scheduler.Job;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TimelapseExtension.class)
@Timelapse(start = "2026-03-27T00:00:00Z", zone = "Europe/Berlin")
class OffsiteBackupTest {

  interface ObjectStore {
    void put(byte[] copy) throws IOException;
  }

  interface Pager {
    void page(String text);
  }

  record Backups(Scheduler scheduler, ObjectStore offsite, Pager pager) {

    void start() {
      scheduler.add(
          Job.named("copy backups off site")
              .trigger(cron("0 3 * * *", ZoneId.of("Europe/Berlin")))
              .retry(exponential(ofMinutes(1)).upTo(ofMinutes(30)).attempts(20))
              .task(() -> offsite.put(new byte[100])));
    }
  }

  @Outside ObjectStore offsite;
  @Outside Pager pager;

  @Test
  void storeDownForThreeHours_retriesUntilItIsBack_pagesNobody(Timeline time, Scheduler scheduler)
      throws Exception {
    new Backups(scheduler, offsite, pager).start();
    time.outside(offsite)
        .takes(ofSeconds(40))
        .failsWith(() -> new IOException("connection refused"))
        .between("2026-03-28T02:00", "2026-03-28T05:00");

    time.advanceBy(ofDays(7));

    assertThat(time.recording().callsTo("offsite").stream().filter(call -> call.failure() == null))
        .hasSize(7)
        .allSatisfy(call -> assertThat(call.took()).isEqualTo(Duration.ofSeconds(40)));
    then(offsite).should(times(time.recording().callsTo("offsite").size())).put(any());
    then(pager).shouldHaveNoInteractions();
  }
}
