package dev.timelapse.samples.bugs.retrystorm;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ten agents, and a controller that manages three handshakes at once. */
@ExtendWith(TimelapseExtension.class)
@Timelapse(start = "2026-03-02")
abstract class RetryStormScenario {

  private static final int AGENTS = 10;

  @Outside Controller controller;
  Timeline time;

  private CrowdedController fake;

  /** Makes an agent; what it returns starts it. */
  abstract Runnable agent(String name, Scheduler scheduler, int seed);

  @BeforeEach
  void startAgents() {
    fake = new CrowdedController(time, 3);
    time.outside(controller).answeredBy(fake);
    for (int i = 1; i <= AGENTS; i++) {
      Scheduler own = Scheduler.using(time.timeSource()).build();
      time.after(ofSeconds(i), agent("agent-" + i, own, i)::run);
    }
  }

  @Test
  void controllerIsBack_afterFiveMinutes_tenMinutesLaterAllAgentsAre() {
    time.at("2026-03-02T01:00", fake::goDown).named("the controller goes down");
    time.at("2026-03-02T01:05", this::comeBack).named("it comes back");

    time.advanceTo("2026-03-02T02:00");
  }

  private void comeBack() {
    fake.comeBack();
    time.eventually("all agents are back", () -> fake.agents().size() == AGENTS, ofMinutes(10));
  }
}
