package dev.timelapse.testkit;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.recording.Recorded;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plain strands: tasks of the test's own on the timeline. */
class TimelineStrandsTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void close() {
    time.allow(Leftover.PENDING_ONE_SHOTS, Leftover.WAITING_TASKS);
    time.close();
  }

  @Test
  void started_runsWhenTimeIsAskedToPass_besideEverythingElse() throws Exception {
    Future<String> client =
        time.strand(
            "client",
            () -> {
              say("client asks");
              time.sleep(ofSeconds(10));
              say("client has its answer");
              return "answer";
            });
    scheduler.after(ofSeconds(5), () -> say("job"));
    assertThat(log).isEmpty();

    time.advanceBy(ofSeconds(20));

    assertThat(log).containsExactly("PT0S client asks", "PT5S job", "PT10S client has its answer");
    assertThat(client.get()).isEqualTo("answer");
    assertThat(time.isIdle()).isTrue();
  }

  @Test
  void testAsksForTheResult_timeMovesUntilItIsThere() throws Exception {
    Future<Integer> sum =
        time.strand(
            "sum",
            () -> {
              time.sleep(ofHours(3));
              return 42;
            });

    assertThat(sum.get()).isEqualTo(42);
    assertThat(time.elapsed()).isEqualTo(ofHours(3));
  }

  @Test
  void strandsWaitForOneAnother_toAnyDepth() throws Exception {
    Future<String> inner =
        time.strand(
            "inner",
            () -> {
              time.sleep(ofMinutes(1));
              return "inner";
            });
    Future<String> middle = time.strand("middle", () -> inner.get() + " middle");
    Future<String> outer = time.strand("outer", () -> middle.get(1, TimeUnit.HOURS) + " outer");

    assertThat(outer.get(1, TimeUnit.DAYS)).isEqualTo("inner middle outer");
    assertThat(time.elapsed()).isEqualTo(ofMinutes(1));
  }

  @Test
  void resultTakesLongerThanOneWaits_timesOutThen() {
    Future<?> slow = time.strand("slow", () -> time.sleep(ofHours(1)));

    assertThatThrownBy(() -> slow.get(10, TimeUnit.MINUTES))
        .isInstanceOf(TimeoutException.class)
        .hasMessageContaining("strand \"slow\"");
    assertThat(time.elapsed()).isEqualTo(ofMinutes(10));
  }

  @Test
  void strandFails_theExceptionReachesWhoAsks() {
    Future<?> failing =
        time.strand(
            "failing",
            () -> {
              throw new IllegalStateException("no such site");
            });

    assertThatThrownBy(failing::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .hasMessage("no such site");
    assertThat(time.engine().plainStrands().unseenFailures()).isEmpty();
  }

  @Test
  void strandFails_andNobodyAsks_isKnown() {
    time.allow(Leftover.UNSEEN_FAILURES);
    time.strand(
        "failing",
        () -> {
          throw new IllegalStateException("no such site");
        });

    time.runCurrent();

    assertThat(time.engine().plainStrands().unseenFailures())
        .containsExactly(
            "strand \"failing\", at 2026-03-01T00:00:00Z (day 1):"
                + " java.lang.IllegalStateException: no such site");
    assertThat(time.recording().entries())
        .extracting(Recorded::outcome)
        .containsExactly("failed: IllegalStateException: no such site");
  }

  @Test
  void assertionFailsInStrand_failsTheTest() {
    time.strand(
        "check",
        () -> {
          time.sleep(ofHours(30));
          assertThat(1).as("replicas").isEqualTo(2);
        });

    assertThatThrownBy(() -> time.advanceBy(ofHours(100)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("2026-03-02T06:00:00Z", "strand \"check\"", "[replicas]");
  }

  @Test
  void cancelledBeforeItsStart_neverRuns() {
    Future<?> never = time.strand("never", () -> say("runs"));

    assertThat(never.cancel(false)).isTrue();
    time.advanceBy(ofSeconds(1));

    assertThat(log).isEmpty();
    assertThat(never.cancel(true)).isFalse();
    assertThatThrownBy(never::get).isInstanceOf(CancellationException.class);
  }

  @Test
  void cancelledWhileItSleeps_isInterruptedAtThatInstant() {
    Future<?> sleeper =
        time.strand(
            "sleeper",
            () -> {
              try {
                time.sleep(ofHours(5));
              } finally {
                say("interrupted");
              }
            });
    time.after(ofHours(1), () -> say("cancelled: " + sleeper.cancel(true)));

    time.advanceUntilIdle();

    assertThat(log).containsExactly("PT1H cancelled: true", "PT1H interrupted");
    assertThat(sleeper).isCancelled();
  }

  @Test
  void sleepUntil_waitsForTheWallClock_andNotForWhatIsPast() {
    time.strand(
        "early",
        () -> {
          time.sleepUntil(Instant.parse("2026-03-01T06:00:00Z"));
          time.sleepUntil(Instant.parse("2026-03-01T05:00:00Z"));
          say("six o'clock");
        });

    time.sleepUntil(Instant.parse("2026-03-02T00:00:00Z"));

    assertThat(log).containsExactly("PT6H six o'clock");
    assertThat(time.elapsed()).isEqualTo(ofHours(24));
  }

  private void say(String text) {
    log.add(time.elapsed() + " " + text);
  }
}
