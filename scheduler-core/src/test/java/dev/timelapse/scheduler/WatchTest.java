package dev.timelapse.scheduler;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is told of late starts and slow tasks, and when. */
class WatchTest {

  private final SimulatedTime time = new SimulatedTime();
  private final List<String> told = new ArrayList<>();

  @Test
  void lateStarts_inARow_areToldOfOnceAtTheBeginningAndOnceAtTheEnd() {
    Scheduler scheduler = watching().build();
    scheduler.add(
        Job.named("job")
            .trigger(Trigger.every(ofMinutes(1)))
            .warnWhenLate(ofSeconds(10))
            .task(() -> {}));

    lateBy(scheduler, ofSeconds(10));
    lateBy(scheduler, ofSeconds(11));
    lateBy(scheduler, ofSeconds(30));
    lateBy(scheduler, ofSeconds(12));
    lateBy(scheduler, ofSeconds(10));
    lateBy(scheduler, ZERO);
    lateBy(scheduler, ofSeconds(20));

    assertThat(told).containsExactly("late job PT11S", "on time job PT10S", "late job PT20S");
  }

  @Test
  void slowTasks_inARow_areToldOfOnceAtTheBeginningAndOnceAtTheEnd() {
    List<Integer> durations = new ArrayList<>(List.of(5, 6, 40, 7, 5, 1, 8));
    Scheduler scheduler = watching().build();
    scheduler.add(
        Job.named("job")
            .trigger(Trigger.every(ofMinutes(1)))
            .warnWhenSlow(ofSeconds(5))
            .task(() -> time.pass(ofSeconds(durations.remove(0)))));

    time.drive(scheduler, ofMinutes(7));

    assertThat(durations).isEmpty();
    assertThat(told).containsExactly("slow job PT6S", "quick job PT5S", "slow job PT8S");
  }

  @Test
  void slowTaskThatFails_isToldOf() {
    Scheduler scheduler = watching().warnWhenSlow(ofSeconds(5)).build();
    scheduler.after(
        ZERO,
        () -> {
          time.pass(ofSeconds(6));
          throw new IllegalStateException("down");
        });

    scheduler.runDue();

    assertThat(told).containsExactly("slow one-shot PT6S");
  }

  @Test
  void thresholdsOfTheScheduler_holdForJobsThatDoNotSayOtherwise() {
    Scheduler scheduler = watching().warnWhenLate(ofSeconds(10)).warnWhenSlow(ofSeconds(3)).build();
    scheduler.add("plain", Trigger.every(ofMinutes(1)), () -> time.pass(ofSeconds(4)));
    scheduler.add(
        Job.named("patient")
            .trigger(Trigger.every(ofMinutes(1)))
            .warnWhenLate(ofSeconds(30))
            .warnWhenSlow(ofSeconds(5))
            .task(() -> time.pass(ofSeconds(4))));

    time.pass(ofSeconds(80));
    scheduler.runDue();

    assertThat(told).containsExactly("late plain PT20S", "slow plain PT4S");
  }

  @Test
  void oneShots_likeOneJob_areToldOfOnce() {
    Scheduler scheduler = watching().warnWhenLate(ofSeconds(1)).build();
    for (int i = 0; i < 10; i++) {
      scheduler.after(ZERO, () -> {});
    }
    time.pass(ofSeconds(2));
    scheduler.runDue();
    scheduler.after(ZERO, () -> {});
    scheduler.runDue();

    assertThat(told).containsExactly("late one-shot PT2S", "on time one-shot PT0S");
  }

  @Test
  void nothingWatched_whateverHappens_nobodyIsTold() {
    Scheduler scheduler = watching().build();
    scheduler.add("job", Trigger.every(ofMinutes(80)), () -> time.pass(ofMinutes(70)));
    scheduler.after(ZERO, () -> time.pass(ofMinutes(90)));

    time.drive(scheduler, ofMinutes(200));

    assertThat(told).isEmpty();
  }

  @Test
  void thresholdOfZero_given_isRefusedWithItsValue() {
    assertThatThrownBy(() -> Job.named("job").warnWhenLate(ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT0S");
    assertThatThrownBy(() -> Scheduler.using(time).warnWhenSlow(ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT-1S");
  }

  /** Goes to the next full minute and some time beyond, and runs what is due then. */
  private void lateBy(Scheduler scheduler, Duration lateness) {
    Duration sinceMinute =
        Duration.between(SimulatedTime.START, time.instant()).minusMinutes(minutes());
    time.pass(ofMinutes(1).minus(sinceMinute).plus(lateness));
    scheduler.runDue();
  }

  private long minutes() {
    return Duration.between(SimulatedTime.START, time.instant()).toMinutes();
  }

  private SchedulerBuilder watching() {
    return Scheduler.using(time)
        .listener(
            new SchedulerListener() {
              @Override
              public void lateBegan(Firing firing) {
                note("late", firing.name(), firing.latenessNanos());
              }

              @Override
              public void lateEnded(Firing firing) {
                note("on time", firing.name(), firing.latenessNanos());
              }

              @Override
              public void slowBegan(Firing firing) {
                note("slow", firing.name(), firing.durationNanos());
              }

              @Override
              public void slowEnded(Firing firing) {
                note("quick", firing.name(), firing.durationNanos());
              }
            });
  }

  private void note(String what, String name, long nanos) {
    told.add(what + " " + name + " " + Duration.ofNanos(nanos));
  }
}
