package dev.timelapse.scheduler;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wall clock that is set, forward and back. */
class WallClockTest {

  private final SimulatedTime time = new SimulatedTime();
  private final Diary diary = new Diary(time);
  private final Scheduler scheduler = Scheduler.using(time).listener(diary).build();
  private final long start = time.nanoTime();

  @ParameterizedTest
  @ValueSource(strings = {"PT3S", "PT-3S", "PT1H", "PT-1H", "PT87600H", "PT-87600H"})
  void elapsedJobs_whenTheWallClockIsStepped_noticeNothing(Duration step) {
    List<Long> elapsed = new ArrayList<>();
    scheduler.add("rate", Trigger.every(ofSeconds(10)), () -> elapsed.add(secondsElapsed()));
    scheduler.add("delay", Trigger.withDelay(ofSeconds(15)), () -> elapsed.add(secondsElapsed()));
    scheduler.after(ofSeconds(31), () -> elapsed.add(secondsElapsed()));
    scheduler.add("calendar", Trigger.cron("0 0 * * *", ZoneOffset.UTC), () -> {});

    time.driveLookingAtTheWallClock(scheduler, ofSeconds(12));
    time.stepWallClock(step);
    time.driveLookingAtTheWallClock(scheduler, ofSeconds(28));

    assertThat(elapsed).containsExactly(10L, 15L, 20L, 30L, 30L, 31L, 40L);
    assertThat(diary.entries).containsOnlyOnce("stepped " + step);
  }

  @Test
  void calendarJob_whenTheClockGoesForward_firesByTheNewTime() {
    cron("0 3 * * *");

    time.driveLookingAtTheWallClock(scheduler, ofHours(1));
    time.stepWallClock(ofHours(1));
    time.driveLookingAtTheWallClock(scheduler, ofHours(3));

    assertThat(diary.starts).containsExactly(Instant.parse("2026-03-27T03:00:00Z"));
  }

  @Test
  void calendarJob_whenTheClockGoesBack_waitsForTheNewTime() {
    cron("0 3 * * *");

    time.driveLookingAtTheWallClock(scheduler, ofHours(2));
    time.stepWallClock(ofHours(-1));
    time.driveLookingAtTheWallClock(scheduler, ofHours(2));

    assertThat(diary.starts).containsExactly(Instant.parse("2026-03-27T03:00:00Z"));
  }

  @Test
  void dailyTime_jumpedOver_runsOnceWhenNoticed() {
    cron("0 3 * * *");

    time.driveLookingAtTheWallClock(scheduler, ofHours(2));
    time.stepWallClock(ofHours(2));
    time.driveLookingAtTheWallClock(scheduler, ofHours(24));

    assertThat(diary.starts)
        .containsExactly(
            Instant.parse("2026-03-27T04:00:00Z"), Instant.parse("2026-03-28T03:00:00Z"));
  }

  @Test
  void dailyTime_afterTenYearsForward_runsOnceAndGoesOn() {
    cron("0 3 * * *");

    time.driveLookingAtTheWallClock(scheduler, ofHours(2));
    time.stepWallClock(ofDays(3650));
    time.driveLookingAtTheWallClock(scheduler, ofHours(24));

    Instant after = SimulatedTime.START.plus(ofDays(3650));
    assertThat(diary.starts).containsExactly(after.plus(ofHours(2)), after.plus(ofHours(3)));
  }

  @Test
  void dailyTime_afterAShortStepBack_doesNotRunTwice() {
    cron("0 3 * * *");

    time.driveLookingAtTheWallClock(scheduler, ofHours(3).plusMinutes(10));
    time.stepWallClock(ofMinutes(-20));
    time.driveLookingAtTheWallClock(scheduler, ofHours(1));
    time.stepWallClock(ofMinutes(-90));
    time.driveLookingAtTheWallClock(scheduler, ofHours(25));

    assertThat(diary.starts)
        .containsExactly(
            Instant.parse("2026-03-27T03:00:00Z"), Instant.parse("2026-03-28T03:00:00Z"));
  }

  @Test
  void dailyTime_afterALongStepBack_runsByTheNewTime() {
    cron("0 3 * * *");

    time.driveLookingAtTheWallClock(scheduler, ofHours(4));
    time.stepWallClock(ofDays(-3650));
    time.driveLookingAtTheWallClock(scheduler, ofHours(24));

    assertThat(diary.starts)
        .containsExactly(
            Instant.parse("2026-03-27T03:00:00Z"), Instant.parse("2016-03-30T03:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-10S", "PT-1H", "PT-87600H", "PT1H", "PT87600H"})
  void rateByTheCalendar_whenTheClockIsStepped_goesOnEachMinute(Duration step) {
    cron("* * * * *");
    List<Long> elapsed = new ArrayList<>();
    scheduler.addListener(
        new SchedulerListener() {
          @Override
          public void started(Firing firing) {
            elapsed.add(secondsElapsed());
          }
        });

    time.driveLookingAtTheWallClock(scheduler, ofSeconds(90));
    time.stepWallClock(step);
    time.driveLookingAtTheWallClock(scheduler, ofMinutes(5));

    // Neither a stall nor a burst: at most one firing is late, the others a minute apart.
    for (int i = 1; i < elapsed.size(); i++) {
      assertThat(elapsed.get(i) - elapsed.get(i - 1)).isBetween(10L, 70L);
    }
    assertThat(elapsed.size()).isBetween(6, 7);
  }

  @Test
  void instantOfAOneShot_jumpedOver_runsWhenNoticed() {
    scheduler.at(SimulatedTime.START.plus(ofDays(100)), diary.start());

    time.driveLookingAtTheWallClock(scheduler, ofSeconds(5));
    time.stepWallClock(ofDays(365));
    time.driveLookingAtTheWallClock(scheduler, ofSeconds(1));

    assertThat(diary.starts).containsExactly(SimulatedTime.START.plus(ofDays(365)).plusSeconds(5));
  }

  @Test
  void stepWhileATaskRuns_afterIt_isTakenIntoAccount() {
    scheduler.add(
        "job",
        Trigger.cron("0 3 * * *", ZoneOffset.UTC),
        () -> {
          diary.starts.add(time.instant());
          if (diary.starts.size() == 1) {
            time.stepWallClock(ofHours(-1));
          }
        });

    time.driveLookingAtTheWallClock(scheduler, ofDays(2));

    assertThat(diary.starts)
        .containsExactly(
            Instant.parse("2026-03-27T03:00:00Z"), Instant.parse("2026-03-28T03:00:00Z"));
    assertThat(diary.entries).containsOnlyOnce("stepped PT-1H");
  }

  @Test
  void clockThatIsSlewed_forDays_isNoStepAndEventsAreNeverEarlyNorFarOff() {
    cron("0 * * * *");

    for (int second = 0; second < 100_000; second++) {
      time.driveLookingAtTheWallClock(scheduler, ofSeconds(1));
      time.stepWallClock(ofNanos(second < 50_000 ? -500_000 : 500_000));
    }

    assertThat(diary.entries).noneMatch(entry -> entry.startsWith("stepped"));
    assertThat(diary.starts).hasSize(27);
    Instant hour = SimulatedTime.START;
    for (Instant at : diary.starts) {
      hour = hour.plus(ofHours(1));
      assertThat(Duration.between(hour, at)).isBetween(Duration.ZERO, ofMillis(20));
    }
  }

  @Test
  void clockFarAwayFromTheEvents_dueTimesAsked_areTheirInstants() {
    ScheduledJob job = cron("0 3 * * *");
    Event event = scheduler.at(Instant.parse("2026-03-27T05:00:00Z"), () -> {});

    time.stepWallClock(ofDays(-365));
    scheduler.runDue();

    assertThat(job.due()).isEqualTo(Instant.parse("2025-03-27T03:00:00Z"));
    assertThat(event.due()).isEqualTo(Instant.parse("2026-03-27T05:00:00Z"));
  }

  private ScheduledJob cron(String expression) {
    return scheduler.add("job", Trigger.cron(expression, ZoneOffset.UTC), diary.start());
  }

  private long secondsElapsed() {
    return ofNanos(time.nanoTime() - start).toSeconds();
  }
}
