package dev.timelapse.scheduler;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stalls and what each policy makes of them. */
class MisfireTest {

  private static final Trigger EACH_MINUTE = Trigger.cron("* * * * *", ZoneOffset.UTC);

  private final SimulatedTime time = new SimulatedTime();
  private final Diary diary = new Diary(time);
  private final Scheduler scheduler = Scheduler.using(time).listener(diary).build();

  @Test
  void rateAfterAStall_byDefault_runsOnceAndKeepsItsGrid() {
    add(Trigger.every(ofSeconds(10)), Misfire.RUN_ONCE);

    time.pass(ofSeconds(57));
    time.drive(scheduler, ofSeconds(13));

    assertThat(seconds()).containsExactly(57L, 60L, 70L);
    assertThat(diary.entries).containsOnlyOnce("missed 4 of job");
  }

  @Test
  void rateAfterAStall_skipping_runsNothingForIt() {
    add(Trigger.every(ofSeconds(10)), Misfire.SKIP);

    time.pass(ofSeconds(57));
    time.drive(scheduler, ofSeconds(13));

    assertThat(seconds()).containsExactly(60L, 70L);
    assertThat(diary.entries).containsOnlyOnce("missed 5 of job");
  }

  @Test
  void rateAfterAStall_runningAll_runsOnceForEach() {
    add(Trigger.every(ofSeconds(10)), Misfire.RUN_ALL);

    time.pass(ofSeconds(57));
    time.drive(scheduler, ofSeconds(13));

    assertThat(seconds()).containsExactly(57L, 57L, 57L, 57L, 57L, 60L, 70L);
    assertThat(diary.entries).noneMatch(entry -> entry.startsWith("missed"));
  }

  @Test
  void rateAfterALongStall_runningAll_stopsAtTheBoundAndReportsTheRest() {
    add(Trigger.every(ofSeconds(10)), Misfire.RUN_ALL);

    time.pass(ofSeconds(2_005));
    time.drive(scheduler, ofSeconds(5));

    // 200 firings were due. 100 are made up for, one stands for the other 100: 99 are dropped.
    assertThat(seconds()).hasSize(102).endsWith(2005L, 2010L);
    assertThat(Collections.frequency(seconds(), 2005L)).isEqualTo(101);
    assertThat(diary.entries).containsOnlyOnce("missed 99 of job");
  }

  @Test
  void rateOfNanoseconds_afterTenYears_countsWhatItMissedAtOnce() {
    add(Trigger.every(Duration.ofNanos(1)), Misfire.SKIP);

    time.pass(ofDays(3650));
    scheduler.runDue();

    assertThat(diary.entries).containsExactly("missed " + ofDays(3650).toNanos() + " of job");
  }

  @Test
  void firingThatIsLate_withTheNextNotYetDue_isNotMissed() {
    for (Misfire policy : Misfire.values()) {
      scheduler.add(
          Job.named(policy.name())
              .trigger(Trigger.every(ofSeconds(10)))
              .onMisfire(policy)
              .task(diary.start()));
    }

    time.pass(ofSeconds(19));
    time.drive(scheduler, ofSeconds(1));

    assertThat(seconds()).containsExactly(19L, 19L, 19L, 20L, 20L, 20L);
  }

  @Test
  void taskLongerThanItsPeriod_byDefault_runsBackToBackOnTheGrid() {
    scheduler.add(
        "job",
        Trigger.every(ofSeconds(10)),
        () -> {
          diary.starts.add(time.instant());
          time.pass(ofSeconds(25));
          if (diary.starts.size() == 4) {
            scheduler.close();
          }
        });

    time.drive(scheduler, ofSeconds(100));

    // Each run takes until two or three more are due; the last of them is run.
    assertThat(seconds()).containsExactly(10L, 35L, 60L, 85L);
  }

  @Test
  void delayAfterAStall_whateverThePolicy_missesNothing() {
    add(Trigger.withDelay(ofSeconds(10)), Misfire.RUN_ALL);

    time.pass(ofSeconds(57));
    time.drive(scheduler, ofSeconds(13));

    assertThat(seconds()).containsExactly(57L, 67L);
  }

  @Test
  void calendarAfterAStall_byDefault_runsOnceAndGoesOn() {
    add(EACH_MINUTE, Misfire.RUN_ONCE);

    time.pass(ofMinutes(10).plusSeconds(30));
    time.drive(scheduler, ofSeconds(90));

    assertThat(seconds()).containsExactly(630L, 660L, 720L);
    assertThat(diary.entries).containsOnlyOnce("missed 9 of job");
  }

  @Test
  void calendarAfterAStall_skipping_goesOn() {
    add(EACH_MINUTE, Misfire.SKIP);

    time.pass(ofMinutes(10).plusSeconds(30));
    time.drive(scheduler, ofSeconds(90));

    assertThat(seconds()).containsExactly(660L, 720L);
    assertThat(diary.entries).containsOnlyOnce("missed 10 of job");
  }

  @Test
  void calendarAfterAStall_runningAll_runsOnceForEach() {
    add(EACH_MINUTE, Misfire.RUN_ALL);

    time.pass(ofMinutes(3).plusSeconds(30));
    time.drive(scheduler, ofSeconds(30));

    assertThat(seconds()).containsExactly(210L, 210L, 210L, 240L);
  }

  @Test
  void calendarAfterALongStall_runningAll_stopsAtTheBound() {
    add(EACH_MINUTE, Misfire.RUN_ALL);

    time.pass(ofMinutes(1000).plusSeconds(30));
    time.drive(scheduler, ofSeconds(30));

    // 1000 firings were due. 100 are made up for, one stands for the other 900.
    assertThat(seconds()).hasSize(102).endsWith(60_030L, 60_060L);
    assertThat(diary.entries).containsOnlyOnce("missed 899 of job");
  }

  @Test
  void calendarOfAUser_afterAStall_reportsWhatItsCountSays() {
    CalendarTrigger hourly = after -> after.truncatedTo(ChronoUnit.HOURS).plus(ofHours(1));
    add(hourly, Misfire.SKIP);

    time.pass(ofHours(10));
    scheduler.runDue();

    // It does not count: 1 stands for one or more, beside the firing at hand.
    assertThat(diary.entries).containsExactly("missed 2 of job");
  }

  @Test
  void calendarOfAUser_thatFailsToCount_goesOnAsIfOneWasMissed() {
    CalendarTrigger hourly =
        new CalendarTrigger() {
          @Override
          public Instant next(Instant after) {
            return after.truncatedTo(ChronoUnit.HOURS).plus(ofHours(1));
          }

          @Override
          public long count(Instant after, Instant until) {
            throw new UnsupportedOperationException("no idea");
          }
        };
    add(hourly, Misfire.RUN_ONCE);

    time.pass(ofHours(10));
    time.drive(scheduler, ofHours(1));

    assertThat(seconds()).containsExactly(36_000L, 39_600L);
    assertThat(diary.entries).containsOnlyOnce("missed 1 of job");
  }

  @Test
  void dailyTime_afterAThousandYears_countsWhatItMissedAtOnce() {
    add(Trigger.daily(LocalTime.of(3, 0), ZoneOffset.UTC), Misfire.SKIP);

    time.stepWallClock(ofDays(365_000));
    scheduler.runDue();

    assertThat(diary.entries).contains("missed 365000 of job");
    assertThat(diary.starts).isEmpty();
  }

  private void add(Trigger trigger, Misfire policy) {
    scheduler.add(Job.named("job").trigger(trigger).onMisfire(policy).task(diary.start()));
  }

  private List<Long> seconds() {
    Instant start = SimulatedTime.START;
    return diary.starts.stream().map(at -> Duration.between(start, at).toSeconds()).toList();
  }
}
