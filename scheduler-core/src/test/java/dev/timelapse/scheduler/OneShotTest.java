package dev.timelapse.scheduler;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneShotTest {

  private static final Instant START = SimulatedTime.START;

  private final SimulatedTime time = new SimulatedTime();
  private final Diary diary = new Diary(time);
  private final Scheduler scheduler = Scheduler.using(time).build();

  @Test
  void delay_upToTheLastNanosecond_doesNotRunEarly() {
    Event event = scheduler.after(ofSeconds(10), diary.start());

    time.drive(scheduler, ofSeconds(10).minusNanos(1));
    assertThat(diary.starts).isEmpty();
    assertThat(event.isPending()).isTrue();

    time.drive(scheduler, ofNanos(1));
    assertThat(diary.starts).containsExactly(START.plusSeconds(10));
    assertThat(event.isPending()).isFalse();
    assertThat(event.due()).isNull();
  }

  @Test
  void instant_whenTheWallClockShowsIt_runs() {
    Event event = scheduler.at(START.plusSeconds(10), 7, diary.start());

    assertThat(event.due()).isEqualTo(START.plusSeconds(10));
    assertThat(event.priority()).isEqualTo(7);
    assertThat(event.name()).isEqualTo("one-shot");
    time.drive(scheduler, ofSeconds(20));

    assertThat(diary.starts).containsExactly(START.plusSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, -3600, -1L << 40, Long.MIN_VALUE})
  void delayOfNothingOrLess_whenDriven_runsAtOnce(long seconds) {
    Event event = scheduler.after(ofSeconds(seconds), diary.start());

    assertThat(event.due()).isBeforeOrEqualTo(START);
    assertThat(scheduler.runDue()).isEqualTo(Scheduler.NEVER);

    assertThat(diary.starts).containsExactly(START);
  }

  @Test
  void pastInstants_whenDriven_runAtOnceInOrder() {
    scheduler.at(START.minusSeconds(1), diary.note("a second ago"));
    scheduler.at(Instant.EPOCH, diary.note("1970"));
    scheduler.at(Instant.MIN, diary.note("for ever"));

    scheduler.runDue();

    assertThat(diary.entries).containsExactly("for ever", "1970", "a second ago");
  }

  @Test
  void farTimes_accepted_areNeverDue() {
    List<Event> events =
        List.of(
            scheduler.after(ofDays(Long.MAX_VALUE / 86_400), diary.start()),
            scheduler.after(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999), diary.start()),
            scheduler.at(Instant.MAX, diary.start()));

    assertThat(events).extracting(Event::due).containsOnly(Instant.MAX);
    assertThat(scheduler.runDue()).isEqualTo(Scheduler.NEVER);
    time.drive(scheduler, ofDays(200 * 365));

    assertThat(diary.starts).isEmpty();
    assertThat(events).allMatch(Event::isPending).allMatch(Event::cancel);
    assertThat(scheduler.isIdle()).isTrue();
  }

  @Test
  void centuryAhead_whenItComes_runs() {
    Duration century = ofDays(36_525);
    scheduler.after(century, diary.start());
    scheduler.at(START.plus(century).plusSeconds(1), diary.start());

    time.drive(scheduler, century.plusSeconds(1));

    assertThat(diary.starts)
        .containsExactly(START.plus(century), START.plus(century).plusSeconds(1));
  }

  @Test
  void delay_addedByATask_countsFromTheTimeOfTheCall() {
    scheduler.after(
        ofSeconds(1),
        () -> {
          time.pass(ofSeconds(5));
          scheduler.after(ofSeconds(2), diary.start());
        });

    time.drive(scheduler, ofSeconds(10));

    assertThat(diary.starts).containsExactly(START.plusSeconds(8));
  }

  @Test
  void closedScheduler_askedForMore_refusesWithTheReason() {
    scheduler.close();

    assertThatThrownBy(() -> scheduler.after(ZERO, diary.start()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> scheduler.at(START, diary.start()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> scheduler.add("job", Trigger.after(ZERO), diary.start()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("job");
  }
}
