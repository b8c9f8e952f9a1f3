package dev.timelapse.scheduler;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JobStatusTest {

  private static final Instant START = SimulatedTime.START;

  private final SimulatedTime time = new SimulatedTime();
  private final Scheduler scheduler = Scheduler.using(time).build();

  @Test
  void jobThatNeverRan_asked_hasNothingButItsPlan() {
    ScheduledJob job = scheduler.add("job", Trigger.every(ofSeconds(90)), () -> {});

    assertThat(job.status())
        .isEqualTo(
            new JobStatus(
                "job",
                "every 1m30s",
                false,
                false,
                START.plusSeconds(90),
                0,
                null,
                ZERO,
                null,
                ZERO,
                null,
                0));
  }

  @Test
  void jobThatRanLate_asked_tellsStartLatenessAndDuration() {
    ScheduledJob job =
        scheduler.add("job", Trigger.every(ofMinutes(1)), () -> time.pass(ofSeconds(5)));

    time.pass(ofSeconds(63));
    scheduler.runDue();

    assertThat(job.status())
        .isEqualTo(
            new JobStatus(
                "job",
                "every 1m",
                false,
                false,
                START.plusSeconds(120),
                1,
                START.plusSeconds(63),
                ofSeconds(3),
                JobStatus.Outcome.SUCCEEDED,
                ofSeconds(5),
                null,
                0));
  }

  @Test
  void jobThatFails_asked_countsFailuresInARowUntilItSucceeds() {
    AtomicBoolean broken = new AtomicBoolean(true);
    ScheduledJob job =
        scheduler.add(
            "job",
            Trigger.every(ofMinutes(1)),
            () -> {
              if (broken.get()) {
                throw new IllegalStateException("disk full");
              }
            });

    time.drive(scheduler, ofMinutes(3));
    JobStatus failing = job.status();
    broken.set(false);
    time.drive(scheduler, ofMinutes(1));

    assertThat(failing.lastOutcome()).isEqualTo(JobStatus.Outcome.FAILED);
    assertThat(failing.lastFailure()).isEqualTo("java.lang.IllegalStateException: disk full");
    assertThat(failing.failuresInRow()).isEqualTo(3);
    assertThat(job.status().lastOutcome()).isEqualTo(JobStatus.Outcome.SUCCEEDED);
    assertThat(job.status().lastFailure()).isNull();
    assertThat(job.status().failuresInRow()).isZero();
    assertThat(job.status().runs()).isEqualTo(4);
  }

  @Test
  void retries_asked_countAsRunsAndAreNextDue() {
    ScheduledJob job =
        scheduler.add(
            Job.named("job")
                .trigger(Trigger.every(ofMinutes(1)))
                .retry(Retry.fixed(ofSeconds(10)))
                .task(
                    () -> {
                      throw new IllegalStateException("down");
                    }));

    time.drive(scheduler, ofSeconds(65));

    assertThat(job.status().nextDue()).isEqualTo(START.plusSeconds(70));
    time.drive(scheduler, ofSeconds(10));
    assertThat(job.status().runs()).isEqualTo(2);
    assertThat(job.status().failuresInRow()).isEqualTo(2);
  }

  @Test
  void runningJob_asksItself_isRunningAndNotPending() {
    List<JobStatus> seen = new ArrayList<>();
    scheduler.add(
        "job", Trigger.every(ofMinutes(1)), () -> seen.add(scheduler.jobs().get(0).status()));

    time.drive(scheduler, ofMinutes(1));

    assertThat(seen)
        .singleElement()
        .satisfies(
            status -> {
              assertThat(status.isRunning()).isTrue();
              assertThat(status.nextDue()).isNull();
              assertThat(status.lastStart()).isEqualTo(START.plusSeconds(60));
              assertThat(status.lastOutcome()).isNull();
            });
  }

  @Test
  void endedJob_asked_tellsOfItsLastRun() {
    ScheduledJob job = scheduler.add("job", Trigger.after(ofSeconds(1)), () -> {});

    time.drive(scheduler, ofSeconds(1));

    assertThat(scheduler.jobs()).isEmpty();
    assertThat(job.status().nextDue()).isNull();
    assertThat(job.status().lastStart()).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void wallClockSetSince_lastStart_isToldByTheClockAsItIsNow() {
    ScheduledJob job = scheduler.add("job", Trigger.cron("0 * * * *", ZoneOffset.UTC), () -> {});

    time.driveLookingAtTheWallClock(scheduler, ofMinutes(90));
    time.stepWallClock(ofHours(-1));
    scheduler.runDue();

    assertThat(job.status().lastStart()).isEqualTo(START);
  }

  @Test
  void triggers_describedInWords_areReadable() {
    ZoneId newYork = ZoneId.of("America/New_York");

    assertThat(Trigger.every(ofHours(36)).describe()).isEqualTo("every 36h");
    assertThat(Trigger.withDelay(ofSeconds(1).dividedBy(2)).describe())
        .isEqualTo("0.5s after the end of the last");
    assertThat(Trigger.after(ofMinutes(5)).describe()).isEqualTo("once after 5m");
    assertThat(Trigger.at(START).describe()).isEqualTo("once at 2026-03-27T00:00:00Z");
    assertThat(Trigger.cron("0 3 * * *", newYork).describe())
        .isEqualTo("at 03:00 every day, America/New_York time");
  }

  @Test
  void calendarTimes_asTriggers_fireOnTheirDays() {
    LocalTime three = LocalTime.of(3, 0);

    assertThat(Trigger.daily(three, ZoneOffset.UTC).next(START)).isEqualTo("2026-03-27T03:00:00Z");
    assertThat(Trigger.weekly(DayOfWeek.MONDAY, three, ZoneOffset.UTC).next(START))
        .isEqualTo("2026-03-30T03:00:00Z");
    assertThat(Trigger.monthly(15, three, ZoneOffset.UTC).next(START))
        .isEqualTo("2026-04-15T03:00:00Z");
  }

  @Test
  @Timeout(60)
  void statusAskedByAnotherThread_whileTheJobRuns_isNeverTorn() throws Exception {
    // The n-th run starts at n seconds, n nanoseconds late, and takes n microseconds.
    AtomicBoolean stop = new AtomicBoolean();
    Tally tally = new Tally(Nanos.NEVER, Nanos.NEVER);
    FutureTask<Long> reader =
        new FutureTask<>(
            () -> {
              long reads = 0;
              while (!stop.get() || reads == 0) {
                Tally.Reading now = tally.read();
                assertThat(now.startedAt()).isEqualTo(now.runs() * 1_000_000_000L);
                assertThat(now.latenessNanos()).isEqualTo(now.runs());
                long ended = now.runs() - (now.isRunning() ? 1 : 0);
                assertThat(now.durationNanos()).isEqualTo(ended * 1_000);
                reads++;
              }
              return reads;
            });
    Thread thread = new Thread(reader);
    thread.start();

    for (long run = 1; run <= 2_000_000; run++) {
      tally.started(run * 1_000_000_000L, run);
      tally.ended(run * 1_000, null);
    }
    stop.set(true);

    assertThat(reader.get()).isPositive();
  }
}
