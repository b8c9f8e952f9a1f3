package dev.timelapse.samples.bugs.catchup;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A laptop that sleeps from ten in the evening until six. */
@ExtendWith(TimelapseExtension.class)
@Timelapse(start = "2026-03-02T20:00:00Z")
abstract class CatchUpScenario {

  @Outside Mailbox mailbox;
  Timeline time;
  Scheduler scheduler;

  abstract void start();

  @Test
  void laptopWakes_afterEightHours_mailIsFetchedOnceOrTwiceInAMinute() {
    start();
    time.always(
        "at most two fetches a minute", () -> fetchesSince(time.now().minusSeconds(60)) <= 2);
    // While a machine is suspended its wall clock goes on, and elapsed time stands still.
    time.at("2026-03-02T22:00:30Z", () -> time.wallClock().stepBy(ofHours(8)))
        .named("the laptop wakes");

    time.advanceTo("2026-03-02T22:00:30Z");
    time.advanceTo("2026-03-03T06:01:30Z");

    assertThat(fetchesSince(Instant.parse("2026-03-03T06:00:30Z"))).isPositive();
  }

  private long fetchesSince(Instant instant) {
    return time.recording().callsTo("mailbox").stream()
        .filter(fetch -> fetch.at().isAfter(instant))
        .count();
  }
}
