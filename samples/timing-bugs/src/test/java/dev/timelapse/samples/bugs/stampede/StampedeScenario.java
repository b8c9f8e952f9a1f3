package dev.timelapse.samples.bugs.stampede;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Twenty workers that ask once a second, and a query of three seconds. */
@ExtendWith(TimelapseExtension.class)
abstract class StampedeScenario {

  @Outside Database database;
  Timeline time;

  /** Makes the cache, and returns how it is asked. */
  abstract Supplier<String> cache();

  @Test
  void cacheExpires_afterAMinute_databaseIsQueriedOnce() {
    given(database.query()).willReturn("result");
    time.outside(database).takes(ofSeconds(3));
    time.never("two queries at once", () -> queriesUnderWay() > 1);
    Supplier<String> cache = cache();
    assertThat(cache.get()).isEqualTo("result");
    for (int i = 1; i <= 20; i++) {
      Scheduler worker = Scheduler.using(time.timeSource()).build();
      worker.add("work", every(ofSeconds(1)), () -> assertThat(cache.get()).isEqualTo("result"));
    }

    time.advanceBy(ofSeconds(70));

    assertThat(time.recording().callsTo("database")).hasSize(2);
  }

  private long queriesUnderWay() {
    return time.recording().callsTo("database").stream().filter(q -> q.took() == null).count();
  }
}
