package dev.timelapse.testkit;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.recording.RecordedFiring;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimelineWaitingTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void taskWaits_holdsUpItsOwnSchedulerAlone() {
    Scheduler other = Scheduler.using(time.timeSource()).build();
    scheduler.after(
        ofSeconds(10),
        () -> {
          say("slow starts");
          time.sleep(ofSeconds(40));
          say("slow ends");
        });
    scheduler.after(ofSeconds(20), () -> say("queued behind"));
    other.after(ofSeconds(30), () -> say("other scheduler"));
    time.after(ofSeconds(35), () -> say("script"));

    time.advanceBy(ofMinutes(1));

    assertThat(log)
        .containsExactly(
            "PT10S slow starts",
            "PT30S other scheduler",
            "PT35S script",
            "PT50S slow ends",
            "PT50S queued behind");
    RecordedFiring behind = time.recording().firings().get(2);
    assertThat(behind.lateness()).isEqualTo(ofSeconds(30));
  }

  @Test
  void advanceEndsWhileTaskWaits_returns_andTheNextGoesOnWithIt() {
    scheduler.after(
        ofSeconds(1),
        () -> {
          time.sleep(ofHours(2));
          say("awake");
        });

    time.advanceBy(ofHours(1));
    assertThat(log).isEmpty();
    assertThat(time.isIdle()).isFalse();
    time.advanceBy(ofHours(1));
    assertThat(log).isEmpty();
    time.advanceBy(ofSeconds(1));
    assertThat(log).containsExactly("PT2H1S awake");
    assertThat(time.isIdle()).isTrue();
  }

  @Test
  void periodicTaskTakesLongerThanItsPeriod_runsLate_missedOnesCollapse() {
    time.allow(Leftover.WAITING_TASKS);
    scheduler.add(
        "probe",
        every(ofMinutes(1)),
        () -> {
          say("start");
          time.sleep(ofSeconds(150));
        });

    time.advanceBy(ofMinutes(9));

    assertThat(log).containsExactly("PT1M start", "PT3M30S start", "PT6M start", "PT8M30S start");
  }

  @Test
  void scriptActionWaits_theRestOfTheScriptGoesOn() {
    time.after(
        ofSeconds(1),
        () -> {
          time.sleep(ofSeconds(10));
          say("first");
        });
    time.after(ofSeconds(5), () -> say("second"));

    time.advanceBy(ofMinutes(1));

    assertThat(log).containsExactly("PT5S second", "PT11S first");
  }

  @Test
  void testSleeps_timeMoves() {
    scheduler.add("tick", every(ofSeconds(1)), () -> say("tick"));

    time.sleep(ofSeconds(3));

    assertThat(log).containsExactly("PT1S tick", "PT2S tick", "PT3S tick");
    time.sleep(ZERO);
    time.sleep(ofSeconds(-1));
    assertThat(time.elapsed()).isEqualTo(ofSeconds(3));
  }

  @Test
  void manySchedulersWaitAtOnce_wakeInOrder() {
    int count = 300;
    for (int i = 0; i < count; i++) {
      int number = i;
      Scheduler own = Scheduler.using(time.timeSource()).build();
      own.after(
          ofSeconds(1),
          () -> {
            time.sleep(ofSeconds(count - number));
            log.add("" + number);
          });
    }

    time.advanceBy(ofHours(1));

    List<String> expected = new ArrayList<>();
    for (int i = count - 1; i >= 0; i--) {
      expected.add("" + i);
    }
    assertThat(log).isEqualTo(expected);
  }

  @Test
  void sleepInLoop_wakesAtEachInstant() {
    scheduler.after(
        ZERO,
        () -> {
          for (int i = 0; i < 1000; i++) {
            time.sleep(ofSeconds(1));
          }
          say("done");
        });
    scheduler.after(ofMinutes(30), () -> say("after"));

    time.advanceBy(ofHours(1));

    assertThat(log).containsExactly("PT16M40S done", "PT30M after");
  }

  @Test
  void conditionBecomesTrueWhileTaskWaits_stopsThere() {
    scheduler.after(
        ofSeconds(1),
        () -> {
          say("asleep");
          time.sleep(ofHours(5));
          say("awake");
        });
    time.after(ofHours(1), () -> say("script"));

    time.runUntil(() -> log.size() == 2, ofHours(2));

    assertThat(time.elapsed()).isEqualTo(ofHours(1));
    time.advanceUntilIdle();
    assertThat(log).containsExactly("PT1S asleep", "PT1H script", "PT5H1S awake");
  }

  @Test
  void testEndsWhileTaskWaits_taskIsUnwoundAndItsThreadEnds() throws Exception {
    time.allow(Leftover.WAITING_TASKS);
    AtomicReference<Thread> thread = new AtomicReference<>();
    scheduler.after(
        ofSeconds(1),
        () -> {
          thread.set(Thread.currentThread());
          try {
            time.sleep(ofHours(1));
            say("never");
          } finally {
            log.add("unwound");
          }
        });
    time.advanceBy(ofMinutes(1));

    time.close();

    assertThat(log).containsExactly("unwound");
    thread.get().join(10_000);
    assertThat(thread.get().isAlive()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> time.advanceBy(ofSeconds(1)))
        .withMessageContaining("ended");
  }

  @Test
  void taskAsksForTimeToBeAdvanced_isToldWhatToDo() {
    scheduler.after(ofSeconds(1), () -> time.advanceBy(ofSeconds(1)));

    time.advanceBy(ofSeconds(2));

    assertThat(time.recording().firings().get(0).failure())
        .contains("only the test may")
        .contains("sleep(");
  }

  @Test
  void schedulerIsRunByHand_isToldThatTheTimelineDoes() {
    assertThatIllegalStateException()
        .isThrownBy(scheduler::run)
        .withMessageContaining("advance the timeline");
  }

  @Test
  void assertionFailsInJob_failsTheAdvanceWithVirtualTimeAndJob() {
    scheduler.add(
        "check replicas", every(ofHours(30)), () -> assertThat(2).as("replicas").isEqualTo(3));
    scheduler.add("other", every(ofHours(31)), () -> say("other"));

    assertThatThrownBy(() -> time.advanceBy(ofHours(100)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("2026-03-02T06:00:00Z (day 2)")
        .hasMessageContaining("job \"check replicas\"")
        .hasMessageContaining("[replicas]");
    assertThat(time.elapsed()).isEqualTo(ofHours(30));
    assertThat(log).isEmpty();
  }

  @Test
  void scriptFails_failsTheAdvance() {
    time.at(
        "2026-03-01T01:00",
        () -> {
          throw new IllegalArgumentException("no such site");
        });

    assertThatThrownBy(() -> time.advanceBy(ofHours(100)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("2026-03-01T01:00:00Z (day 1)")
        .hasMessageContaining("no such site")
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void errorInJob_endsNothing() {
    scheduler.add(
        "breaks",
        every(ofHours(1)),
        () -> {
          throw new StackOverflowError("too deep");
        });

    assertThat(time.advanceBy(ofHours(3))).isEqualTo(3);
    assertThat(time.recording().firingsOf("breaks"))
        .extracting(RecordedFiring::failure)
        .containsOnly("StackOverflowError: too deep");
  }

  private void say(String text) {
    log.add(time.elapsed() + " " + text);
  }
}
