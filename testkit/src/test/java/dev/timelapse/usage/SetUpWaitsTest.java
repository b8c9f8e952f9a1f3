package dev.timelapse.usage;

import static java.time.Duration.ofMinutes;
import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What has to come up before a test can begin waits in virtual time, as the test does. */
@ExtendWith(TimelapseExtension.class)
class SetUpWaitsTest {

  private final List<String> log = new ArrayList<>();

  @BeforeEach
  void bringUpTheSystem(Timeline time, ScheduledExecutorService executor) throws Exception {
    executor.scheduleAtFixedRate(() -> log.add("beat after " + time.elapsed()), 10, 10, MINUTES);
    time.sleep(ofMinutes(15));
    log.add(executor.schedule(() -> "up", 1, HOURS).get(2, HOURS));
  }

  @Test
  void setUp_waits_andTheTestGoesOnFromThere(Timeline time) {
    assertThat(log)
        .containsExactly(
            "beat after PT10M",
            "beat after PT20M",
            "beat after PT30M",
            "beat after PT40M",
            "beat after PT50M",
            "beat after PT1H",
            "beat after PT1H10M",
            "up");
    assertThat(time.elapsed()).isEqualTo(ofMinutes(75));
  }
}
