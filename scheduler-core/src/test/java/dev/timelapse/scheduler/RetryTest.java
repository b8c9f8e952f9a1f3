package dev.timelapse.scheduler;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryTest {

  private static final Instant START = SimulatedTime.START;

  private final SimulatedTime time = new SimulatedTime();
  private final Diary diary = new Diary(time);
  private final Scheduler scheduler = Scheduler.using(time).listener(diary).build();
  private final List<Duration> runs = new ArrayList<>();
  private int failures;

  @Test
  void failure_withBackoff_isAttemptedAgainUntilItSucceeds() {
    failures = 3;
    add(Trigger.every(ofHours(1)), Retry.exponential(ofSeconds(10)).attempts(6));

    time.drive(scheduler, ofHours(2));

    assertThat(runs)
        .containsExactly(
            ofHours(1),
            ofHours(1).plusSeconds(10),
            ofHours(1).plusSeconds(30),
            ofHours(1).plusSeconds(70),
            ofHours(2));
    assertThat(diary.entries)
        .containsExactly(
            "started job",
            "failed job: 3 to go",
            "retrying job in PT10S",
            "started job attempt 2",
            "failed job attempt 2: 2 to go",
            "retrying job in PT20S",
            "started job attempt 3",
            "failed job attempt 3: 1 to go",
            "retrying job in PT40S",
            "started job attempt 4",
            "succeeded job attempt 4",
            "started job",
            "succeeded job");
  }

  @Test
  void failures_beyondTheLastAttempt_giveUpAndTheSeriesGoesOn() {
    failures = 4;
    add(Trigger.every(ofHours(1)), Retry.fixed(ofSeconds(10)));

    time.drive(scheduler, ofHours(2).plusSeconds(10));

    assertThat(diary.entries)
        .filteredOn(entry -> entry.startsWith("gave up"))
        .containsExactly("gave up job attempt 3: 2 to go");
    assertThat(runs)
        .containsExactly(
            ofHours(1),
            ofHours(1).plusSeconds(10),
            ofHours(1).plusSeconds(20),
            ofHours(2),
            ofHours(2).plusSeconds(10));
  }

  @Test
  void nextFiring_dueBeforeTheNextAttempt_takesItsPlace() {
    failures = 2;
    add(Trigger.every(ofSeconds(30)), Retry.exponential(ofSeconds(20)).attempts(5));

    time.drive(scheduler, ofSeconds(60));

    // 30 fails, 50 fails, the third attempt would be at 90 but the series is due at 60.
    assertThat(runs).containsExactly(ofSeconds(30), ofSeconds(50), ofSeconds(60));
    assertThat(diary.entries)
        .containsExactly(
            "started job",
            "failed job: 2 to go",
            "retrying job in PT20S",
            "started job attempt 2",
            "failed job attempt 2: 1 to go",
            "gave up job attempt 2: 1 to go",
            "started job",
            "succeeded job");
  }

  @Test
  void fixedDelay_afterTheLastAttempt_countsFromItsEnd() {
    failures = 1;
    add(Trigger.withDelay(ofSeconds(60)), Retry.fixed(ofSeconds(10)));

    time.drive(scheduler, ofSeconds(130));

    assertThat(runs).containsExactly(ofSeconds(60), ofSeconds(70), ofSeconds(130));
  }

  @Test
  void singleFiring_thatFails_isAttemptedAgainAndThenGone() {
    failures = 5;
    add(Trigger.after(ofSeconds(1)), Retry.fixed(ofDays(1)).attempts(3));

    time.drive(scheduler, ofDays(3));

    assertThat(runs)
        .containsExactly(ofSeconds(1), ofDays(1).plusSeconds(1), ofDays(2).plusSeconds(1));
    assertThat(diary.entries).endsWith("gave up job attempt 3: 3 to go");
    assertThat(scheduler.jobs()).isEmpty();
    assertThat(scheduler.isIdle()).isTrue();
  }

  @Test
  void retryOfACalendarJob_whenTheWallClockIsStepped_waitsElapsedTime() {
    failures = 1;
    scheduler.add("keeps the clock watched", Trigger.cron("0 0 1 1 *", ZoneOffset.UTC), () -> {});
    add(Trigger.cron("0 3 * * *", ZoneOffset.UTC), Retry.fixed(ofMinutes(10)));
    time.drive(scheduler, ofHours(3));
    diary.take();

    time.stepWallClock(ofHours(-1));
    time.drive(scheduler, ofMinutes(10));

    assertThat(runs).containsExactly(ofHours(3), ofHours(2).plusMinutes(10));
    assertThat(diary.entries)
        .containsExactly("stepped PT-1H", "started job attempt 2", "succeeded job attempt 2");
  }

  @Test
  void jobThatWaitsForARetry_cancelled_endsAltogether() {
    failures = 1;
    ScheduledJob job = add(Trigger.every(ofSeconds(30)), Retry.fixed(ofSeconds(10)));
    time.drive(scheduler, ofSeconds(35));

    assertThat(job.due()).isEqualTo(START.plusSeconds(40));
    assertThat(job.cancel()).isTrue();

    time.drive(scheduler, ofSeconds(60));
    assertThat(runs).containsExactly(ofSeconds(30));
  }

  @Test
  void jobWithoutRetry_thatFails_doesNotGiveUpButGoesOn() {
    failures = 1;
    scheduler.add("job", Trigger.every(ofSeconds(30)), this::run);

    time.drive(scheduler, ofSeconds(30));

    assertThat(diary.entries).containsExactly("started job", "failed job: 1 to go");
  }

  @Test
  void backoff_withABound_growsUpToIt() {
    Retry retry = Retry.exponential(ofSeconds(10)).upTo(ofSeconds(35));

    assertThat(List.of(1, 2, 3, 4, 100))
        .map(attempt -> Duration.ofNanos(retry.delayNanosAfter(attempt)))
        .containsExactly(ofSeconds(10), ofSeconds(20), ofSeconds(35), ofSeconds(35), ofSeconds(35));
    assertThat(Retry.exponential(ofDays(1)).delayNanosAfter(200)).isEqualTo(Long.MAX_VALUE);
    assertThat(Retry.fixed(ofSeconds(7)).delayNanosAfter(200)).isEqualTo(ofSeconds(7).toNanos());
  }

  @Test
  void nonsense_given_isRefusedWithItsValues() {
    assertThatThrownBy(() -> Retry.fixed(ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT0S");
    assertThatThrownBy(() -> Retry.exponential(ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT-1S");
    assertThatThrownBy(() -> Retry.fixed(ofSeconds(10)).upTo(ofSeconds(9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT10S")
        .hasMessageContaining("PT9S");
    assertThatThrownBy(() -> Retry.fixed(ofSeconds(10)).attempts(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }

  private ScheduledJob add(Trigger trigger, Retry retry) {
    return scheduler.add(Job.named("job").trigger(trigger).retry(retry).task(this::run));
  }

  private void run() throws Exception {
    runs.add(Duration.between(START, time.instant()));
    if (failures > 0) {
      throw new Exception(failures-- + " to go");
    }
  }
}
