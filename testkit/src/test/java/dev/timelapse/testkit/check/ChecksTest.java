package dev.timelapse.testkit.check;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Leftover;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.recording.RecordedCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChecksTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private int copies = 3;

  @Test
  void always_isBroken_stopsTheRunAtTheEventThatBrokeIt() {
    time.always("three good copies", () -> copies == 3);
    scheduler.add("probe", every(ofMinutes(1)), () -> {});
    scheduler.add("expire", every(ofHours(30)), () -> copies--);

    assertThatThrownBy(() -> time.advanceBy(ofDays(7)))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "Check \"three good copies\" does not hold any more, at 2026-03-02T06:00:00Z (day 2),"
                + " 1 d 6 h after the start. It broke with: 2026-03-02T06:00:00Z scheduler expire: ok");

    assertThat(time.elapsed()).isEqualTo(ofHours(30));
    assertThat(time.recording().entries())
        .last()
        .isInstanceOfSatisfying(
            RecordedCheck.class,
            check -> {
              assertThat(check.what()).isEqualTo("three good copies");
              assertThat(check.outcome()).isEqualTo("does not hold any more");
            });
  }

  @Test
  void always_isBrokenByATaskThatThenWaits_stopsBeforeTimePasses() {
    time.always("three good copies", () -> copies == 3);
    scheduler.add(
        "expire",
        every(ofHours(1)),
        () -> {
          copies = 2;
          time.sleep(ofMinutes(10));
          copies = 3;
        });

    assertThatThrownBy(() -> time.advanceBy(ofDays(1)))
        .hasMessageContaining("at 2026-03-01T01:00:00Z")
        .hasMessageContaining("scheduler expire: running");
    assertThat(time.elapsed()).isEqualTo(ofHours(1));
    time.allow(Leftover.WAITING_TASKS);
    time.close();
  }

  @Test
  void always_isMendedWithinOneEvent_isNotBroken() {
    time.always("three good copies", () -> copies == 3);
    scheduler.add(
        "replace",
        every(ofHours(1)),
        () -> {
          copies--;
          copies++;
        });

    assertThatCode(() -> time.advanceBy(ofDays(1))).doesNotThrowAnyException();
  }

  @Test
  void always_isBrokenByTheTest_saysSoWhenTimeIsToPass() {
    time.always("three good copies", () -> copies == 3);
    scheduler.add("probe", every(ofMinutes(1)), () -> {});
    time.advanceBy(ofHours(1));
    copies = 2;

    assertThatThrownBy(() -> time.advanceBy(ofHours(1)))
        .hasMessageContaining("It broke between two events, by what the test did");
    assertThat(time.elapsed()).isEqualTo(ofHours(1));
  }

  @Test
  void always_withAnAssertion_tellsItsMessage() {
    time.always(
        "three good copies",
        () -> {
          assertThat(copies).as("copies").isEqualTo(3);
          return true;
        });
    time.after(ofHours(1), () -> copies = 1);

    assertThatThrownBy(() -> time.advanceBy(ofDays(1)))
        .hasMessageContaining("\"three good copies\" does not hold: [copies]")
        .hasMessageContaining("script after PT1H")
        .hasCauseInstanceOf(AssertionError.class);
  }

  @Test
  void never_comesAbout_stopsTheRun_andIsNotLookedAtAgain() {
    time.never("no copy", () -> copies == 0);
    time.every(ofHours(1), () -> copies--);

    assertThatThrownBy(() -> time.advanceBy(ofDays(1)))
        .hasMessageContaining("\"no copy\" has come about, at 2026-03-01T03:00:00Z");
    copies = 0;
    assertThatCode(() -> time.advanceBy(ofMinutes(1))).doesNotThrowAnyException();
  }

  @Test
  void eventually_comesAboutAtTheVeryEnd_isKept() {
    time.eventually("four copies", () -> copies == 4, ofHours(2));
    time.after(ofHours(2), () -> copies++);

    time.advanceBy(ofDays(1));

    time.close();
  }

  @Test
  void eventually_doesNotComeAbout_stopsTheRunWhenItIsTooLate() {
    time.eventually("four copies", () -> copies == 4, ofMinutes(90));
    time.after(ofMinutes(90).plusNanos(1), () -> copies++);

    assertThatThrownBy(() -> time.advanceBy(ofDays(1)))
        .hasMessage(
            "Check \"four copies\" has not come about within 1 h 30 min, at 2026-03-01T01:30:00Z (day 1),"
                + " 1 h 30 min after the start. Nothing has happened before.");
    assertThat(time.elapsed()).isEqualTo(ofMinutes(90));
  }

  @Test
  void eventually_nothingIsDueAnyMore_isBrokenByTimeAlone() {
    time.eventually("four copies", () -> copies == 4, ofMinutes(90));

    assertThatThrownBy(() -> time.advanceBy(ofMinutes(91))).hasMessageContaining("four copies");
    assertThat(time.elapsed()).isEqualTo(ofMinutes(90));
  }

  @Test
  void eventually_testEndsBefore_failsTheTestUnlessStopped() {
    time.advanceBy(ofHours(1));
    time.eventually("four copies", () -> copies == 4, ofHours(2));
    time.advanceBy(ofHours(1));

    assertThatThrownBy(time::close)
        .hasMessageContaining("four copies")
        .hasMessageContaining("before the 2 h were over")
        .hasMessageContaining("at the end of the timeline, 2026-03-01T02:00:00Z");
  }

  @Test
  void eventually_isStopped_mayStayUndecided() {
    Check check = time.eventually("four copies", () -> copies == 4, ofHours(2));

    check.stop();

    time.close();
  }

  @Test
  void whenever_effectComesInTime_eachTime_isKept() {
    Duration limit = ofMinutes(5);
    time.whenever("a copy is lost", () -> copies == 2)
        .then("it is replaced", () -> copies == 3)
        .within(limit);
    time.every(
        ofHours(1),
        () -> {
          copies = 2;
          time.sleep(limit);
          copies = 3;
        });

    assertThatCode(() -> time.advanceBy(ofDays(1))).doesNotThrowAnyException();
  }

  @Test
  void whenever_effectIsLate_stopsTheRunAtTheDeadlineOfTheFirstCause() {
    time.whenever("a copy is lost", () -> copies < 3)
        .then("it is replaced", () -> copies == 3)
        .within(ofMinutes(5));
    time.after(ofHours(1), () -> copies = 2);
    time.after(ofHours(1).plusMinutes(4), () -> copies = 1);

    assertThatThrownBy(() -> time.advanceBy(ofDays(1)))
        .hasMessageStartingWith(
            "Check \"whenever a copy is lost, then it is replaced\" is broken: \"it is replaced\" has not"
                + " come about within 5 min of \"a copy is lost\", at 2026-03-01T01:05:00Z")
        .hasMessageContaining("The last event was: 2026-03-01T01:04:00Z script");
  }

  @Test
  void pace_isSet_conditionsAreReadNoMoreOftenThanThat() {
    AtomicInteger looks = new AtomicInteger();
    time.always("fine", () -> looks.incrementAndGet() > 0).atMostEvery(ofMinutes(10));
    scheduler.add("probe", every(ofSeconds(1)), () -> {});

    time.advanceBy(ofHours(1));

    assertThat(looks).hasValue(7);
  }

  @Test
  void conditionThatWaits_isRefused() {
    time.always(
        "waits",
        () -> {
          time.sleep(ofSeconds(1));
          return true;
        });

    assertThatThrownBy(() -> time.advanceBy(ofDays(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("\"waits\" waits in virtual time");
    time.allow(Leftover.WAITING_TASKS);
    time.close();
  }

  @Test
  void nonsense_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.eventually("a", () -> true, ofHours(-1)))
        .withMessageContaining("PT-1H");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.always("a", () -> true).atMostEvery(ofHours(-1)));
    assertThatIllegalStateException()
        .isThrownBy(() -> time.whenever("a", () -> true).within(ofHours(1)))
        .withMessageContaining("then");
  }
}
