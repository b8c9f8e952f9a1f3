package dev.timelapse.scheduler;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * The contracts that CPython's own tests pin for {@code sched}, as they read here. Where Python
 * takes arguments, Java captures variables.
 */
class PythonSchedContractsTest {

  private final SimulatedTime time = new SimulatedTime();
  private final Diary diary = new Diary(time);
  private final Scheduler scheduler = Scheduler.using(time).build();

  @Test
  void delays_givenOutOfOrder_runInOrderOfTime() {
    for (int delay : List.of(5, 4, 3, 2, 1)) {
      scheduler.after(ofMillis(delay), diary.note("" + delay));
    }

    time.drive(scheduler, ofSeconds(1));

    assertThat(diary.entries).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void instants_givenOutOfOrderAndPast_runInOrderOfTime() {
    for (int second : List.of(5, -4, 3, -2, 1)) {
      scheduler.at(SimulatedTime.START.plusSeconds(second), diary.note("" + second));
    }

    assertThat(scheduler.runDue()).isEqualTo(1_000_000_000L);
    assertThat(diary.take()).containsExactly("-4", "-2");

    time.drive(scheduler, ofSeconds(5));
    assertThat(diary.entries).containsExactly("1", "3", "5");
  }

  @Test
  void eventsFromAnotherThread_addedWhileOneRuns_takeTheirPlace() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch added = new CountDownLatch(1);
    scheduler.after(
        ofSeconds(1),
        () -> {
          diary.entries.add("1");
          running.countDown();
          added.await();
        });
    scheduler.after(ofSeconds(3), diary.note("3"));
    Thread other =
        new Thread(
            () -> {
              awaitUninterruptibly(running);
              for (int delay : List.of(4, 1, 3)) {
                scheduler.after(ofSeconds(delay), diary.note("1 + " + delay));
              }
              added.countDown();
            });
    other.start();

    time.drive(scheduler, ofSeconds(5));
    other.join();

    assertThat(diary.entries).containsExactly("1", "1 + 1", "3", "1 + 3", "1 + 4");
  }

  @Test
  void prioritiesAtOneTime_inAnyOrderOfInsertion_runLowestNumberFirst() {
    for (List<Integer> priorities :
        List.of(
            List.of(1, 2, 3, 4, 5),
            List.of(5, 4, 3, 2, 1),
            List.of(2, 5, 3, 1, 4),
            List.of(1, 2, 3, 2, 1))) {
      for (int priority : priorities) {
        scheduler.at(SimulatedTime.START, priority, diary.note("" + priority));
      }
      scheduler.runDue();
      assertThat(diary.take())
          .containsExactlyElementsOf(priorities.stream().sorted().map(String::valueOf).toList());
    }
  }

  @Test
  void someEvents_cancelled_theOthersRun() {
    List<Event> events = new ArrayList<>();
    for (int delay = 1; delay <= 5; delay++) {
      events.add(scheduler.after(ofSeconds(delay), diary.note("" + delay)));
    }

    assertThat(events.get(0).cancel()).isTrue();
    assertThat(events.get(4).cancel()).isTrue();

    time.drive(scheduler, ofSeconds(10));
    assertThat(diary.entries).containsExactly("2", "3", "4");
  }

  @Test
  void someEvents_cancelledFromAnotherThreadWhileOneRuns_theOthersRun()
      throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    List<Boolean> answers = new ArrayList<>();
    Event first =
        scheduler.after(
            ofSeconds(1),
            () -> {
              diary.entries.add("1");
              running.countDown();
              cancelled.await();
            });
    Event second = scheduler.after(ofSeconds(2), diary.note("2"));
    scheduler.after(ofSeconds(3), diary.note("3"));
    Event fourth = scheduler.after(ofSeconds(4), diary.note("4"));
    Thread other =
        new Thread(
            () -> {
              awaitUninterruptibly(running);
              for (Event event : List.of(first, second, fourth, second)) {
                answers.add(event.cancel());
              }
              cancelled.countDown();
            });
    other.start();

    time.drive(scheduler, ofSeconds(10));
    other.join();

    assertThat(diary.entries).containsExactly("1", "3");
    assertThat(answers).containsExactly(false, true, true, false);
  }

  @Test
  void oneOfThreeEquals_cancelled_itAndNoOtherIsGone() {
    Task task = diary.note("ran");
    for (int cancelled = 0; cancelled < 3; cancelled++) {
      List<Event> equals = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        equals.add(scheduler.after(ofSeconds(1), task));
      }
      assertThat(equals.get(cancelled).cancel()).isTrue();

      for (int i = 0; i < 3; i++) {
        assertThat(equals.get(i).isPending()).isEqualTo(i != cancelled);
      }
      time.drive(scheduler, ofSeconds(1));
      assertThat(diary.take()).containsExactly("ran", "ran");
    }
  }

  @Test
  void emptiness_asked_isTrueBeforeTheFirstAndAfterTheLastEvent() {
    assertThat(scheduler.isIdle()).isTrue();
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      events.add(scheduler.after(ofSeconds(i), diary.note("" + i)));
    }
    assertThat(scheduler.isIdle()).isFalse();

    time.drive(scheduler, ofSeconds(3));
    assertThat(scheduler.isIdle()).isFalse();
    events.get(4).cancel();

    assertThat(scheduler.isIdle()).isTrue();
  }

  @Test
  void queueView_taken_isASortedCopy() {
    for (int delay : List.of(5, 1, 3, 2, 4)) {
      scheduler.after(ofSeconds(delay), diary.note("" + delay));
    }

    List<PendingEvent> view = scheduler.pending();
    time.drive(scheduler, ofSeconds(5));

    assertThat(view)
        .extracting(PendingEvent::due)
        .containsExactlyElementsOf(
            List.of(1, 2, 3, 4, 5).stream().map(SimulatedTime.START::plusSeconds).toList());
    assertThat(scheduler.pending()).isEmpty();
  }

  @Test
  void capturedValues_atTheTimeOfScheduling_reachTheTask() {
    List<Object> seen = new ArrayList<>();
    for (Object argument : List.of("a", 1, List.of())) {
      scheduler.after(ZERO, () -> seen.add(argument));
    }

    scheduler.runDue();

    assertThat(seen).containsExactly("a", 1, List.of());
  }

  @Test
  void nonBlockingRun_withEventsToCome_runsWhatIsDueAndTellsTheWait() {
    for (int delay : List.of(10, 9, 8, 7, 6)) {
      scheduler.after(ofSeconds(delay), diary.note("" + delay));
    }

    for (int delay : List.of(6, 7, 8, 9, 10)) {
      assertThat(scheduler.runDue()).isEqualTo(1_000_000_000L * (delay == 6 ? 6 : 1));
      assertThat(diary.take()).isEmpty();
      time.pass(Duration.ofSeconds(delay == 6 ? 6 : 1));
      scheduler.runDue();
      assertThat(diary.take()).containsExactly("" + delay);
    }
    assertThat(scheduler.runDue()).isEqualTo(Scheduler.NEVER);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
