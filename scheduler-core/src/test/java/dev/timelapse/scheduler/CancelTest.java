package dev.timelapse.scheduler;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CancelTest {

  private final SimulatedTime time = new SimulatedTime();
  private final Diary diary = new Diary(time);
  private final Scheduler scheduler = Scheduler.using(time).build();

  @Test
  void pendingEvent_cancelledTwice_answersTrueThenFalse() {
    Event event = scheduler.after(ofSeconds(1), diary.note("no"));

    assertThat(event.cancel()).isTrue();
    assertThat(event.cancel()).isFalse();

    assertThat(event.isPending()).isFalse();
    assertThat(event.due()).isNull();
    assertThat(scheduler.isIdle()).isTrue();
    time.drive(scheduler, ofSeconds(2));
    assertThat(diary.entries).isEmpty();
  }

  @Test
  void eventThatRan_cancelled_answersFalse() {
    Event event = scheduler.after(ZERO, diary.note("ran"));
    scheduler.runDue();

    assertThat(event.cancel()).isFalse();
  }

  @Test
  void staleHandle_cancelledAfterManyOthersRan_touchesNoneOfThem() {
    List<Event> stale = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      stale.add(scheduler.after(ZERO, diary.note("old")));
    }
    scheduler.runDue();
    for (int i = 0; i < 100; i++) {
      scheduler.after(ofSeconds(1), diary.note("new"));
    }

    assertThat(stale).noneMatch(Event::cancel).noneMatch(Event::isPending);

    diary.take();
    time.drive(scheduler, ofSeconds(1));
    assertThat(diary.entries).hasSize(100).containsOnly("new");
  }

  @Test
  void runningOneShot_cancellingItself_isTooLate() {
    List<Object> answers = new ArrayList<>();
    Event[] self = new Event[1];
    self[0] =
        scheduler.after(ZERO, () -> answers.addAll(List.of(self[0].isPending(), self[0].cancel())));

    scheduler.runDue();

    assertThat(answers).containsExactly(false, false);
  }

  @Test
  void runningJob_cancellingItself_runsNoMore() {
    List<Boolean> answers = new ArrayList<>();
    ScheduledJob[] self = new ScheduledJob[1];
    self[0] =
        scheduler.add(
            "job",
            Trigger.every(ofSeconds(1)),
            () -> {
              diary.entries.add("ran");
              answers.add(self[0].cancel());
              answers.add(self[0].cancel());
            });

    time.drive(scheduler, ofSeconds(5));

    assertThat(diary.entries).containsExactly("ran");
    assertThat(answers).containsExactly(true, false);
    assertThat(scheduler.jobs()).isEmpty();
    assertThat(scheduler.isIdle()).isTrue();
  }

  @Test
  void peersOfTheSameInstant_cancelledByATask_doNotRun() {
    List<Event> peers = new ArrayList<>();
    List<Boolean> answers = new ArrayList<>();
    peers.add(
        scheduler.after(
            ZERO,
            () -> {
              answers.add(peers.get(0).cancel());
              answers.add(peers.get(2).cancel());
            }));
    peers.add(scheduler.after(ZERO, diary.note("1")));
    peers.add(scheduler.after(ZERO, diary.note("2")));
    peers.add(scheduler.after(ZERO, diary.note("3")));

    scheduler.runDue();

    assertThat(diary.entries).containsExactly("1", "3");
    assertThat(answers).containsExactly(false, true);
  }

  @Test
  void jobsOfAllKinds_cancelled_endWithoutATrace() {
    List<ScheduledJob> jobs =
        List.of(
            scheduler.add("rate", Trigger.every(ofSeconds(1)), diary.note("no")),
            scheduler.add("delay", Trigger.withDelay(ofSeconds(1)), diary.note("no")),
            scheduler.add("once", Trigger.after(ofSeconds(1)), diary.note("no")),
            scheduler.add("cron", Trigger.cron("* * * * *", ZoneOffset.UTC), diary.note("no")));

    assertThat(jobs).allMatch(Event::cancel);

    assertThat(scheduler.pending()).isEmpty();
    assertThat(scheduler.jobs()).isEmpty();
    assertThat(scheduler.runDue()).isEqualTo(Scheduler.NEVER);
  }

  @Test
  void someOfMany_cancelledAtRandom_leaveTheOthersInOrder() {
    Dice dice = new Dice(4711);
    List<Event> events = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      events.add(scheduler.after(ofSeconds(i), diary.note("" + i)));
    }
    for (int i = 0; i < 1000; i++) {
      if (dice.below(10) < 7) {
        assertThat(events.get(i).cancel()).isTrue();
      } else {
        expected.add("" + i);
      }
    }

    time.drive(scheduler, ofSeconds(1000));

    assertThat(diary.entries).isEqualTo(expected);
  }

  @Test
  @Timeout(60)
  void cancelledEvents_whileOthersStayPending_canBeCollected() throws InterruptedException {
    scheduler.add("job", Trigger.every(ofSeconds(1)), diary.note("job"));
    scheduler.after(ofSeconds(10), diary.note("one-shot"));
    ReferenceQueue<Object> collected = new ReferenceQueue<>();
    Set<Reference<?>> expected = scheduleAndCancel(collected);

    while (!expected.isEmpty()) {
      System.gc();
      expected.remove(collected.remove(100));
    }

    assertThat(scheduler.pending()).hasSize(2);
  }

  /** In a method of its own, so that no local variable keeps a task alive. */
  private Set<Reference<?>> scheduleAndCancel(ReferenceQueue<Object> collected) {
    Set<Reference<?>> references = new HashSet<>();
    for (int i = 0; i < 10; i++) {
      Task oneShot = new BigTask();
      Task wallClock = new BigTask();
      Task job = new BigTask();
      Task ran = new BigTask();
      for (Task task : List.of(oneShot, wallClock, job, ran)) {
        references.add(new PhantomReference<>(task, collected));
      }
      scheduler.after(ofSeconds(5), oneShot).cancel();
      scheduler.at(SimulatedTime.START.plusSeconds(5), wallClock).cancel();
      scheduler.add("cancelled", Trigger.every(ofSeconds(5)), job).cancel();
      scheduler.after(ZERO, ran);
      scheduler.runDue();
    }
    return references;
  }

  @Test
  void millionsOfTimeouts_almostAllCancelled_leaveTheQueueSmall() {
    Deque<Event> live = new ArrayDeque<>();
    Task task = diary.note("timed out");
    for (int i = 0; i < 3_000_000; i++) {
      live.add(scheduler.after(ofSeconds(30), task));
      time.pass(ofNanos(10_000));
      if (live.size() > 1000) {
        assertThat(live.remove().cancel()).isTrue();
      }
    }

    assertThat(scheduler.pending()).hasSize(1000);
    assertThat(diary.entries).isEmpty();
  }

  private static final class BigTask implements Task {

    private final byte[] ballast = new byte[1 << 16];

    @Override
    public void run() {
      ballast[0]++;
    }
  }
}
