package dev.timelapse.testkit;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.engine.Limits;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that would not end, and waits that would not. */
class TimelineBoundsTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();

  @AfterEach
  void close() {
    time.allow(Leftover.PENDING_ONE_SHOTS, Leftover.WAITING_TASKS);
    time.close();
  }

  @Test
  void moreEventsThanTheLimit_reportNamesTheJobThatUsedMostOfIt() {
    time.limit(Limits.DEFAULT.withEvents(100));
    scheduler.add("busy", every(ofSeconds(1)), () -> {});
    scheduler.add("calm", every(ofSeconds(10)), () -> {});

    assertThatThrownBy(() -> time.advanceBy(ofHours(1)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "runaway at 2026-03-01T00:01:32Z",
            "more than 100 events",
            "eventLimit",
            "92 are \"busy\"",
            "The end of the recording:");
  }

  @Test
  void strandSleepsAgainAndAgain_countsTowardsTheLimit() {
    time.limit(Limits.DEFAULT.withEvents(100));
    Future<?> poller =
        time.strand(
            "poller",
            () -> {
              while (true) {
                time.sleep(ofSeconds(1));
              }
            });

    assertThatThrownBy(() -> time.advanceBy(ofHours(1)))
        .hasMessageContainingAll("more than 100 events", "poller");
    assertThat(poller).isNotDone();
  }

  @Test
  void timeWouldMoveBeyondTheHorizon_isRefused() {
    time.limit(Limits.DEFAULT.withHorizon(ofDays(30)));
    time.advanceBy(ofDays(30));

    assertThatThrownBy(() -> time.advanceBy(ofSeconds(1)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("beyond the horizon", "PT720H", "horizon = ");
  }

  @Test
  void moreTimeIsAskedForThanThereIs_isRefusedLikeAllBeyondTheHorizon() {
    assertThatThrownBy(() -> time.advanceBy(ofDays(365_000)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("beyond the horizon");
    assertThatThrownBy(() -> time.sleepUntil(Instant.MAX))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("beyond the horizon");
  }

  @Test
  void limitsOfNothing_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.DEFAULT.withHorizon(ZERO))
        .withMessageContaining("PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.DEFAULT.withEvents(0))
        .withMessageContaining("0 in all");
  }

  @Test
  void strandsWaitForEachOther_advanceUntilIdleReportsTheDeadlock() {
    Future<?>[] both = new Future<?>[2];
    both[0] = time.strand("hen", () -> both[1].get());
    both[1] = time.strand("egg", () -> both[0].get());
    time.advanceBy(ofHours(1));

    assertThatThrownBy(time::advanceUntilIdle)
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "deadlock at 2026-03-01T01:00:00Z (day 1)",
            "the test waits for the timeline to be idle",
            "strand \"hen\" waits for the result of strand \"egg\", for PT1H",
            "strand \"egg\" waits for the result of strand \"hen\", for PT1H",
            "at dev.timelapse.testkit.TimelineBoundsTest")
        .message()
        .doesNotContain("testkit.engine", "LockSupport", "Timeline.java");
    assertThat(time.engine().outlook().waiting()).hasSize(2);
  }

  @Test
  void conditionCanNeverHoldBecauseAllWait_isReportedAtOnce() {
    Future<?>[] itself = new Future<?>[1];
    itself[0] = time.strand("selfish", () -> itself[0].get());

    assertThatThrownBy(() -> time.runUntil(itself[0]::isDone, ofHours(1)))
        .hasMessageContainingAll("deadlock", "its condition", "strand \"selfish\"");
    assertThat(time.elapsed()).isEqualTo(ZERO);
  }
}
