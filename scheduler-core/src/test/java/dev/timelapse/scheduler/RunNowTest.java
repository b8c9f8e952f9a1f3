package dev.timelapse.scheduler;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs that are asked for by hand. */
class RunNowTest {

  private static final Instant START = SimulatedTime.START;

  private final SimulatedTime time = new SimulatedTime();
  private final Diary diary = new Diary(time);
  private final Scheduler scheduler = Scheduler.using(time).listener(diary).build();

  @Test
  void runByHand_leavesTheSeriesAlone() {
    ScheduledJob job = eachMinute();

    time.drive(scheduler, ofSeconds(30));
    assertThat(job.runNow()).isTrue();
    assertThat(job.runNow()).isFalse();
    assertThat(job.due()).isEqualTo(START.plusSeconds(30));
    time.drive(scheduler, ofSeconds(90));

    assertThat(seconds()).containsExactly(30L, 60L, 120L);
  }

  @Test
  void runByHand_amongWhatIsDueNow_takesItsPlaceByPriorityAndOrder() {
    scheduler.after(ZERO, 5, diary.note("before"));
    ScheduledJob job =
        scheduler.add(
            Job.named("job")
                .trigger(Trigger.every(ofMinutes(1)))
                .priority(5)
                .task(diary.note("by hand")));
    job.runNow();
    scheduler.after(ZERO, 5, diary.note("after"));
    scheduler.after(ZERO, 4, diary.note("first"));

    scheduler.runDue();

    assertThat(diary.entries)
        .filteredOn(entry -> !entry.startsWith("started") && !entry.startsWith("succeeded"))
        .containsExactly("first", "before", "by hand", "after");
  }

  @Test
  void runByHand_askedForByTheRunningJob_followsThatRunOnce() {
    scheduler.add(
        "job",
        Trigger.every(ofMinutes(1)),
        () -> {
          diary.starts.add(time.instant());
          time.pass(ofSeconds(5));
          if (diary.starts.size() == 1) {
            assertThat(scheduler.jobs().get(0).runNow()).isTrue();
            assertThat(scheduler.jobs().get(0).runNow()).isFalse();
          }
        });

    time.drive(scheduler, ofMinutes(2));

    assertThat(seconds()).containsExactly(60L, 65L, 120L);
  }

  @Test
  void runByHand_ofAPausedJob_runsAndStaysPaused() {
    ScheduledJob job = eachMinute();

    job.pause();
    time.drive(scheduler, ofSeconds(30));
    job.runNow();
    assertThat(job.isPending()).isTrue();
    time.drive(scheduler, ofMinutes(3));

    assertThat(seconds()).containsExactly(30L);
    assertThat(job.status().isPaused()).isTrue();
    assertThat(job.isPending()).isFalse();
  }

  @Test
  void jobPausedWhileARunByHandWaits_driven_runsThatAlone() {
    ScheduledJob job = eachMinute();

    job.runNow();
    job.pause();
    time.drive(scheduler, ofMinutes(3));

    assertThat(seconds()).containsExactly(0L);
  }

  @Test
  void runByHandThatFails_isNotRetried_andLeavesTheRetryThatWaits() {
    ScheduledJob job =
        scheduler.add(
            Job.named("job")
                .trigger(Trigger.every(ofHours(1)))
                .retry(Retry.fixed(ofMinutes(10)).attempts(2))
                .task(
                    () -> {
                      diary.starts.add(time.instant());
                      throw new IllegalStateException("down");
                    }));

    job.runNow();
    time.drive(scheduler, ofMinutes(65));
    job.runNow();
    time.drive(scheduler, ofMinutes(10));

    assertThat(seconds()).containsExactly(0L, 3600L, 3900L, 4200L);
    assertThat(diary.entries)
        .filteredOn(entry -> entry.startsWith("retrying") || entry.startsWith("gave up"))
        .containsExactly("retrying job in PT10M", "gave up job attempt 2: down");
  }

  @Test
  void runByHandDuringTheLastRun_ofAJobThatEnds_stillRuns() {
    ScheduledJob job =
        scheduler.add(
            "job",
            Trigger.after(ofSeconds(10)),
            () -> {
              diary.starts.add(time.instant());
              if (diary.starts.size() == 1) {
                scheduler.jobs().get(0).runNow();
              }
            });

    time.drive(scheduler, ofSeconds(20));

    assertThat(seconds()).containsExactly(10L, 10L);
    assertThat(scheduler.jobs()).isEmpty();
    assertThat(job.runNow()).isFalse();
  }

  @Test
  void runByHand_ofAFixedDelay_doesNotPutTheNextOff() {
    ScheduledJob job = scheduler.add("job", Trigger.withDelay(ofMinutes(1)), diary.start());

    time.drive(scheduler, ofSeconds(50));
    job.runNow();
    time.drive(scheduler, ofSeconds(70));

    assertThat(seconds()).containsExactly(50L, 60L, 120L);
  }

  @Test
  void runByHand_afterClose_isRefusedWithTheJobsName() {
    ScheduledJob job = eachMinute();
    scheduler.close();

    assertThatThrownBy(job::runNow)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed")
        .hasMessageContaining("\"job\"");
  }

  private ScheduledJob eachMinute() {
    return scheduler.add("job", Trigger.every(ofMinutes(1)), diary.start());
  }

  private List<Long> seconds() {
    return diary.starts.stream().map(at -> Duration.between(START, at).toSeconds()).toList();
  }
}
