package dev.timelapse.usage;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What was asked for in https://github.com/quarkusio/quarkus/issues/55834: the jobs of the system
 * start with it, before the test has said what its mocks answer, and yet meet no mock that does not
 * know.
 */
@ExtendWith(TimelapseExtension.class)
class MocksBeforeJobsTest {

  interface Rates {
    int current();
  }

  @Outside Rates rates;

  private final List<Integer> seen = new ArrayList<>();

  @BeforeEach
  void startTheSystem(Scheduler scheduler, ScheduledExecutorService executor) {
    scheduler.add("read rates", every(ofMinutes(1)), () -> seen.add(rates.current()));
    executor.scheduleAtFixedRate(() -> seen.add(rates.current()), 0, 1, TimeUnit.HOURS);
  }

  @Test
  void jobsStartBeforeTheirMocksAreStubbed_noneFiresUntilTheTestAsks(Timeline time) {
    assertThat(seen).isEmpty();
    given(rates.current()).willReturn(7);

    time.advanceBy(ofMinutes(2));

    assertThat(seen).containsExactly(7, 7, 7);
  }
}
