package dev.timelapse.samples.bugs.checkthenact;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Machines take four minutes to boot. */
@ExtendWith(TimelapseExtension.class)
abstract class CheckThenActScenario {

  @Outside Cloud cloud;
  @Outside WorkQueue queue;
  Timeline time;
  Scheduler scheduler;

  private final Set<String> atWork = new TreeSet<>();
  private int ordered;

  abstract void start();

  @Test
  void fivePiecesOfWorkAreWaiting_fiveMachinesAreOrdered() {
    time.always("no more machines are ordered than there is work", () -> ordered <= 5);
    start();
    given(queue.length()).willReturn(5);
    given(cloud.atWork()).willAnswer(call -> new TreeSet<>(atWork));
    given(cloud.order()).willAnswer(call -> order(true));

    time.advanceBy(ofMinutes(20));

    assertThat(atWork).hasSize(5);
  }

  @Test
  void machineNeverBoots_anotherIsOrdered() {
    start();
    given(queue.length()).willReturn(1);
    given(cloud.atWork()).willAnswer(call -> new TreeSet<>(atWork));
    given(cloud.order()).willAnswer(call -> order(ordered > 0));

    time.advanceBy(ofHours(1));

    assertThat(atWork).isNotEmpty();
  }

  private String order(boolean boots) {
    String machine = "machine-" + ++ordered;
    if (boots) {
      time.after(ofMinutes(4), () -> atWork.add(machine)).named(machine + " is at work");
    }
    return machine;
  }
}
