package dev.timelapse.scheduler;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.scheduler.cron.CronExpression;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeriesTest {

  private static final Instant START = SimulatedTime.START;

  private final SimulatedTime time = new SimulatedTime();
  private final Diary diary = new Diary(time);
  private final Scheduler scheduler = Scheduler.using(time).build();

  @Test
  void rate_whateverTheTaskTakes_staysOnItsGrid() {
    scheduler.add(
        "job",
        Trigger.every(ofSeconds(10)),
        () -> {
          diary.starts.add(time.instant());
          time.pass(ofSeconds(3));
        });

    time.drive(scheduler, ofSeconds(40));

    assertThat(diary.starts).containsExactlyElementsOf(seconds(10, 20, 30, 40));
  }

  @Test
  void delay_whateverTheTaskTakes_countsFromItsEnd() {
    scheduler.add(
        "job",
        Trigger.withDelay(ofSeconds(10)),
        () -> {
          diary.starts.add(time.instant());
          time.pass(ofSeconds(3));
        });

    time.drive(scheduler, ofSeconds(40));

    assertThat(diary.starts).containsExactlyElementsOf(seconds(10, 23, 36));
  }

  @Test
  void firstFiring_givenApart_isThatLongAfterAdding() {
    scheduler.add("rate", Trigger.every(ofSeconds(10)).startingAfter(ZERO), diary.start());
    scheduler.add(
        "delay", Trigger.withDelay(ofSeconds(10)).startingAfter(ofSeconds(4)), diary.start());

    time.drive(scheduler, ofSeconds(15));

    assertThat(diary.starts).containsExactlyElementsOf(seconds(0, 4, 10, 14));
  }

  @Test
  void rateThatStartsInThePast_whenAdded_runsOnceAndKeepsItsGrid() {
    scheduler.add("job", Trigger.every(ofSeconds(10)).startingAfter(ofSeconds(-25)), diary.start());

    time.drive(scheduler, ofSeconds(15));

    assertThat(diary.starts).containsExactlyElementsOf(seconds(0, 5, 15));
  }

  @Test
  void cron_driven_firesAtItsInstants() {
    scheduler.add("job", Trigger.cron("*/20 * * * *", ZoneOffset.UTC), diary.start());

    time.drive(scheduler, ofMinutes(60));

    assertThat(diary.starts).containsExactlyElementsOf(seconds(1200, 2400, 3600));
  }

  @Test
  void triggerOfAUser_withAnEnd_endsTheJob() {
    CalendarTrigger twice =
        after ->
            Stream.of(START.plusSeconds(1), START.plusSeconds(5))
                .filter(after::isBefore)
                .findFirst()
                .orElse(null);
    ScheduledJob job = scheduler.add("job", twice, diary.start());

    time.drive(scheduler, ofSeconds(60));

    assertThat(diary.starts).containsExactlyElementsOf(seconds(1, 5));
    assertThat(job.isPending()).isFalse();
    assertThat(job.cancel()).isFalse();
    assertThat(scheduler.jobs()).isEmpty();
    assertThat(scheduler.isIdle()).isTrue();
  }

  @Test
  void onceAsAJob_whenItHasRun_isGoneAndItsNameFree() {
    scheduler.add("job", Trigger.after(ofSeconds(1)), diary.start());
    time.drive(scheduler, ofSeconds(1));

    scheduler.add("job", Trigger.at(START.plusSeconds(3)), diary.start());
    time.drive(scheduler, ofSeconds(5));

    assertThat(diary.starts).containsExactlyElementsOf(seconds(1, 3));
    assertThat(scheduler.jobs()).isEmpty();
  }

  @Test
  void triggerThatFails_whenAskedForMore_endsItsJobAndNoOther() {
    CalendarTrigger broken =
        after -> {
          if (after.isBefore(START.plusSeconds(1))) {
            return START.plusSeconds(1);
          }
          throw new IllegalStateException("the calendar is out of pages");
        };
    CalendarTrigger stuck = after -> START.plusSeconds(1);
    scheduler.add("broken", broken, diary.start());
    scheduler.add("stuck", stuck, diary.start());
    scheduler.add("good", Trigger.every(ofSeconds(2)), diary.start());

    time.drive(scheduler, ofSeconds(4));

    assertThat(diary.starts).containsExactlyElementsOf(seconds(1, 1, 2, 4));
    assertThat(scheduler.jobs()).extracting(Event::name).containsExactly("good");
  }

  @Test
  void triggerWithoutAFutureInstant_added_isRefused() {
    assertThatThrownBy(() -> scheduler.add("job", (CalendarTrigger) after -> null, diary.start()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no firing after " + START);
    assertThatThrownBy(() -> scheduler.add("job", (CalendarTrigger) after -> after, diary.start()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not after " + START);
    CronExpression over = CronExpression.quartz("0 0 3 * * ? 2019-2025", ZoneOffset.UTC);
    assertThatThrownBy(() -> scheduler.add("job", Trigger.cron(over), diary.start()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "trigger \"cron 0 0 3 * * ? 2019-2025\" has no firing after 2026-03-27T00:00:00Z");
    assertThat(scheduler.jobs()).isEmpty();
  }

  @Test
  void nameOfAnotherJob_added_isRefusedUntilThatIsGone() {
    ScheduledJob first = scheduler.add("job", Trigger.every(ofSeconds(1)), diary.note("first"));
    assertThatThrownBy(() -> scheduler.add("job", Trigger.every(ofSeconds(1)), diary.note("no")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"job\"");

    first.cancel();
    scheduler.add("job", Trigger.every(ofSeconds(1)), diary.note("second"));
    time.drive(scheduler, ofSeconds(1));

    assertThat(diary.entries).containsExactly("second");
  }

  @Test
  void periodOfZeroOrLess_given_isRefusedWithItsValue() {
    assertThatThrownBy(() -> Trigger.every(ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("period")
        .hasMessageContaining("PT0S");
    assertThatThrownBy(() -> Trigger.withDelay(ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT-1S");
  }

  @Test
  void periodOfANanosecond_driven_firesEachNanosecond() {
    scheduler.add("job", Trigger.every(ofNanos(1)), diary.start());

    time.drive(scheduler, ofNanos(5));

    assertThat(diary.starts)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 5).mapToObj(START::plusNanos).toList());
  }

  private static List<Instant> seconds(long... seconds) {
    return Arrays.stream(seconds).mapToObj(START::plusSeconds).toList();
  }
}
