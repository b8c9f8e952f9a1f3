package dev.timelapse.scheduler;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {

  private final SimulatedTime time = new SimulatedTime();
  private final Diary diary = new Diary(time);
  private final Scheduler scheduler = Scheduler.using(time).build();

  @Test
  void eventsOfSeveralTimes_added_runInOrderOfDueTime() {
    scheduler.after(ofSeconds(3), diary.note("3"));
    scheduler.after(ofSeconds(1), diary.note("1"));
    scheduler.after(ofSeconds(2), diary.note("2"));

    time.drive(scheduler, ofSeconds(3));

    assertThat(diary.entries).containsExactly("1", "2", "3");
  }

  @Test
  void eventsOfOneTime_added_runInOrderOfPriorityThenInsertion() {
    scheduler.after(ofSeconds(1), 5, diary.note("low"));
    scheduler.after(ofSeconds(1), diary.note("first"));
    scheduler.after(ofSeconds(1), Integer.MIN_VALUE, diary.note("highest"));
    scheduler.after(ofSeconds(1), Integer.MAX_VALUE, diary.note("lowest"));
    scheduler.after(ofSeconds(1), diary.note("second"));
    scheduler.after(ofSeconds(1), -1, diary.note("high"));

    time.drive(scheduler, ofSeconds(1));

    assertThat(diary.entries)
        .containsExactly("highest", "high", "first", "second", "low", "lowest");
  }

  @Test
  void urgentEvent_addedForNowByATask_goesBeforePeersThatWait() {
    scheduler.after(
        ZERO,
        () -> {
          diary.entries.add("parent");
          scheduler.after(ZERO, -1, diary.note("urgent"));
          scheduler.after(ZERO, diary.note("last"));
        });
    scheduler.after(ZERO, diary.note("peer"));

    scheduler.runDue();

    assertThat(diary.entries).containsExactly("parent", "urgent", "peer", "last");
  }

  @Test
  void eventForAnEarlierTime_addedByALateTask_goesBeforeThoseOverdue() {
    scheduler.after(
        ofSeconds(1),
        () -> {
          scheduler.after(ofSeconds(-7), diary.note("seven seconds ago"));
        });
    scheduler.after(ofSeconds(5), diary.note("five seconds ago"));
    time.pass(ofSeconds(10));

    scheduler.runDue();

    assertThat(diary.entries).containsExactly("seven seconds ago", "five seconds ago");
  }

  @Test
  void wallClockEventsOfOneInstant_addedAtDifferentTimes_runInOrderOfPriority() {
    var due = SimulatedTime.START.plusSeconds(60);
    scheduler.at(due, 1, diary.note("low"));
    // The two clocks of a real machine never agree to the nanosecond.
    time.pass(ofSeconds(30));
    time.stepWallClock(ofNanos(-700));
    scheduler.at(due, 0, diary.note("high"));

    time.drive(scheduler, ofSeconds(31));

    assertThat(diary.entries).containsExactly("high", "low");
  }

  @Test
  void jobs_ofOneTime_runInOrderOfPriorityThenInsertion() {
    scheduler.add(
        Job.named("low").trigger(Trigger.every(ofSeconds(1))).priority(1).task(diary.note("low")));
    scheduler.add("first", Trigger.every(ofSeconds(2)), diary.note("first"));
    scheduler.add("second", Trigger.every(ofSeconds(1)), diary.note("second"));

    time.drive(scheduler, ofSeconds(2));

    // At 2 s, "second" was inserted anew when it ran at 1 s, after "first".
    assertThat(diary.entries).containsExactly("second", "low", "first", "second", "low");
  }

  @Test
  void pending_beforeTheRun_listsWhatWillRunInOrder() {
    scheduler.after(ofSeconds(2), diary.note("one-shot"));
    scheduler.at(SimulatedTime.START.plusSeconds(1), 3, diary.note("one-shot"));
    scheduler.add("job", Trigger.every(ofSeconds(1)), diary.note("job"));

    assertThat(scheduler.pending())
        .isEqualTo(
            List.of(
                new PendingEvent("job", SimulatedTime.START.plusSeconds(1), 0, true),
                new PendingEvent(
                    "one-shot: task of Diary", SimulatedTime.START.plusSeconds(1), 3, false),
                new PendingEvent(
                    "one-shot: task of Diary", SimulatedTime.START.plusSeconds(2), 0, false)));
  }

  @Test
  void pendingOneShots_areToldApartByTheirTasks() {
    scheduler.after(ofSeconds(1), new CleanUp());
    scheduler.after(ofSeconds(2), diary.entries::clear);
    scheduler.at(SimulatedTime.START.plusSeconds(3), diary.note("third"));
    scheduler.at(SimulatedTime.START.plusSeconds(4), new CleanUp());

    assertThat(scheduler.pending())
        .extracting(PendingEvent::name)
        .containsExactly(
            "one-shot: OrderTest$CleanUp",
            "one-shot: task of OrderTest",
            "one-shot: task of Diary",
            "one-shot: OrderTest$CleanUp");
  }

  private static final class CleanUp implements Task {

    @Override
    public void run() {}
  }
}
