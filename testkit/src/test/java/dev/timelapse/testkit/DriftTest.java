package dev.timelapse.testkit;

import static dev.timelapse.scheduler.Trigger.cron;
import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.ClockSteps;
import dev.timelapse.scheduler.Job;
import dev.timelapse.scheduler.PendingEvent;
import dev.timelapse.scheduler.PlannedFiring;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.SchedulerListener;
import dev.timelapse.testkit.recording.RecordedDrift;
import dev.timelapse.testkit.recording.RecordedFiring;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A wall clock that is fast or slow. */
class DriftTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final Timeline time = Timeline.startingAt(START, UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final WallClock clock = time.wallClock();
  private final List<Instant> shown = new ArrayList<>();
  private final List<Duration> passed = new ArrayList<>();

  @AfterEach
  void end() {
    time.close();
  }

  @Test
  void clockThatGainsTwoSecondsADay_hasGainedThemAfterOneAndElapsedTimeNoticesNothing() {
    clock.driftBy(ofSeconds(2), ofDays(1));

    time.advanceBy(ofDays(1));
    assertThat(time.now()).isEqualTo("2026-03-02T00:00:02Z");
    assertThat(time.elapsed()).isEqualTo(ofDays(1));
    assertThat(time.clock(ZoneId.of("Asia/Tokyo")).instant()).isEqualTo(time.now());
    assertThat(time.timeSource().nanoTime()).isEqualTo(ofDays(1).toNanos());

    clock.driftBy(ofSeconds(-1), ofDays(1));
    time.advanceBy(ofDays(2));
    assertThat(time.now()).isEqualTo("2026-03-04T00:00:00Z");

    clock.driftBy(ZERO, ofDays(1));
    time.advanceBy(ofDays(365));
    assertThat(time.now()).isEqualTo("2027-03-04T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "PT2S, P1D",
    "PT-2S, P1D",
    "PT0.00005S, PT1S",
    "PT-0.0005S, PT1S",
    "PT-0.000000007S, PT11S"
  })
  void dailyJob_onAClockThatDrifts_firesOnceADayWhenTheClockShowsItsTime(
      Duration gain, Duration per) {
    scheduler.add("daily", cron("0 3 * * *", UTC), this::heard);
    clock.driftBy(gain, per);

    long ran = time.advanceBy(ofDays(365));

    assertThat(ran).isEqualTo(365);
    // The first nanosecond at which days * 24 h + 3 h have been shown.
    BigInteger whole = BigInteger.valueOf(per.toNanos());
    BigInteger speed = whole.add(BigInteger.valueOf(gain.toNanos()));
    List<Duration> expected =
        LongStream.range(0, 365)
            .mapToObj(day -> BigInteger.valueOf(ofDays(day).plusHours(3).toNanos()))
            .map(time -> time.multiply(whole).add(speed).subtract(BigInteger.ONE).divide(speed))
            .map(elapsed -> ofNanos(elapsed.longValueExact()))
            .toList();
    assertThat(passed).isEqualTo(expected);
    assertThat(time.recording().firingsOf("daily"))
        .extracting(RecordedFiring::lateness)
        .containsOnly(ZERO);
    for (int day = 0; day < 365; day++) {
      Instant due = START.plus(ofDays(day)).plus(ofHours(3));
      assertThat(shown.get(day)).isBetween(due, due.plusNanos(1));
    }
  }

  @Test
  void jobsOfElapsedTime_onAClockThatDrifts_keepTheirPace() {
    scheduler.add("hourly", every(ofHours(1)), this::heard);
    clock.driftBy(ofMinutes(10), ofHours(1));

    time.advanceBy(ofHours(3));

    assertThat(passed).containsExactly(ofHours(1), ofHours(2), ofHours(3));
    assertThat(shown.get(2)).isEqualTo("2026-03-01T03:30:00Z");
  }

  @Test
  void rateChangedWhileAJobIsPending_itIsDueByTheNewOne() {
    scheduler.add("daily", cron("0 3 * * *", UTC), this::heard);

    time.advanceBy(ofHours(1));
    clock.driftBy(ofMinutes(15), ofHours(1));
    time.advanceBy(ofHours(1));
    clock.driftBy(ofMinutes(-15), ofHours(1));
    time.advanceBy(ofHours(2));

    // At 2 h the clock shows 02:15; the 45 minutes that are left take an hour.
    assertThat(passed).containsExactly(ofHours(3));
    assertThat(shown).containsExactly(Instant.parse("2026-03-01T03:00:00Z"));
  }

  @ParameterizedTest
  @EnumSource
  void jobsOfACalendar_onAClockThatDrifts_areNotTakenForJumpedOver(ClockSteps policy) {
    List<Duration> steps = new ArrayList<>();
    Scheduler other =
        Scheduler.using(time.timeSource())
            .onClockStep(policy)
            .listener(
                new SchedulerListener() {
                  @Override
                  public void clockStepped(Duration by) {
                    steps.add(by);
                  }
                })
            .build();
    other.add("times of day", cron("0 3,4,5 * * *", UTC), this::heard);
    other.add("rate", cron("*/30 * * * *", UTC), () -> {});
    clock.driftBy(ofMinutes(-6), ofHours(1));

    time.advanceTo("2026-03-10");

    assertThat(shown)
        .isEqualTo(
            LongStream.range(0, 9)
                .boxed()
                .flatMap(day -> LongStream.of(3, 4, 5).mapToObj(hour -> ofHours(24 * day + hour)))
                .map(START::plus)
                .toList());
    assertThat(time.recording().firingsOf("rate")).hasSize(9 * 48);
    assertThat(steps).isEmpty();
    clock.stepBy(ofMinutes(7));
    assertThat(steps).containsExactly(ofMinutes(7));
  }

  @Test
  void jitter_onASlowClock_isPartOfTheTimeItShows() {
    Scheduler jittery =
        Scheduler.using(time.timeSource()).random(new java.util.SplittableRandom(1)).build();
    jittery.add(
        Job.named("daily").trigger(cron("0 3 * * *", UTC)).jitter(ofHours(1)).task(this::heard));
    clock.driftBy(ofMinutes(-20), ofHours(1));
    clock.driftBy(ofMinutes(20), ofHours(1));
    clock.driftBy(ofMinutes(-20), ofHours(1));

    time.advanceTo("2026-03-11");

    assertThat(shown).hasSize(10);
    for (int day = 0; day < 10; day++) {
      Instant due = START.plus(ofDays(day)).plus(ofHours(3));
      assertThat(shown.get(day)).isBetween(due, due.plus(ofHours(1)));
    }
    assertThat(time.recording().firingsOf("daily"))
        .extracting(RecordedFiring::lateness)
        .containsOnly(ZERO);
  }

  @Test
  void whatIsToCome_isListedWithWhatTheClockWillShow() {
    scheduler.add("daily", cron("0 3 * * *", UTC), () -> {});
    scheduler.add("hourly", every(ofHours(1)), () -> {});
    clock.driftBy(ofMillis(500), ofHours(1));

    assertThat(scheduler.preview(START, START.plus(ofHours(4))))
        .extracting(PlannedFiring::due)
        .extracting(Instant::toString)
        .containsExactly(
            "2026-03-01T01:00:00.500Z",
            "2026-03-01T02:00:01Z",
            "2026-03-01T03:00:00Z",
            "2026-03-01T03:00:01.500Z");
    time.after(ofHours(2), () -> {}).cancel();
    time.after(ofHours(4), () -> {});
    assertThat(time.pending())
        .extracting(PendingEvent::due)
        .extracting(Instant::toString)
        .containsExactly(
            "2026-03-01T01:00:00.500Z", "2026-03-01T03:00:00Z", "2026-03-01T04:00:02Z");
    time.advanceUntilIdle();
  }

  @Test
  void instantsOfTheTest_areThoseOfTheClock() {
    clock.driftBy(ofMinutes(-15), ofHours(1));
    time.at("2026-03-01T03:00", this::heard);
    time.every("0 6 * * *", this::heard);

    time.advanceTo("2026-03-01T03:00");
    assertThat(time.elapsed()).isEqualTo(ofHours(4));
    time.strand("sleeper", () -> time.sleepUntil(Instant.parse("2026-03-01T04:30:00Z")));
    time.advanceUntilIdle();
    assertThat(time.elapsed()).isEqualTo(ofHours(6));
    time.advanceTo("2026-03-02");

    assertThat(passed).containsExactly(ofHours(4), ofHours(8));
  }

  @Test
  void script_followsTheClockWhateverIsDoneToIt() {
    time.every("0 6 * * *", this::heard);
    time.at("2026-03-01T03:00", this::heard);

    time.advanceBy(ofHours(2));
    clock.stepBy(ofHours(-1));
    time.advanceBy(ofHours(2));
    clock.driftBy(ofMinutes(-30), ofHours(1));
    time.advanceBy(ofHours(6));
    clock.stepBy(ofHours(10));
    clock.driftBy(ZERO, ofHours(1));
    time.advanceBy(ofHours(26));

    // 03:00 is shown after 4 h; three hours from there take six.
    assertThat(passed).containsExactly(ofHours(4), ofHours(10), ofHours(24));
    assertThat(shown)
        .extracting(Instant::toString)
        .containsExactly("2026-03-01T03:00:00Z", "2026-03-01T06:00:00Z", "2026-03-02T06:00:00Z");
  }

  @Test
  void script_whoseTimeTheClockIsSteppedOver_happensThere() {
    time.at("2026-03-01T03:00", this::heard);
    time.advanceBy(ofHours(1));

    clock.stepBy(ofHours(8));
    assertThat(passed).isEmpty();
    time.runCurrent();

    assertThat(passed).containsExactly(ofHours(1));
    assertThat(shown).containsExactly(Instant.parse("2026-03-01T09:00:00Z"));
  }

  @Test
  void changeOfTheRate_standsOnTheRecordingAndCountsForTheFingerprint() {
    long before = time.recording().fingerprint();
    clock.driftBy(ofSeconds(-2), ofDays(1));
    long after = time.recording().fingerprint();
    time.advanceBy(ofDays(1));
    clock.driftBy(ZERO, ofDays(1));

    assertThat(after).isNotEqualTo(before);
    assertThat(time.recording().entries())
        .hasOnlyElementsOfType(RecordedDrift.class)
        .extracting(Object::toString)
        .containsExactly(
            "2026-03-01T00:00:00Z wall clock loses 2 s in 1 d",
            "2026-03-01T23:59:58Z wall clock goes right");
  }

  private void heard() {
    shown.add(time.now());
    passed.add(time.elapsed());
  }
}
