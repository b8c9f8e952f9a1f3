package dev.timelapse.samples.bugs.lease;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes, and one lease of fifteen seconds. */
@ExtendWith(TimelapseExtension.class)
@Timelapse(start = "2026-03-02T12:00:00Z")
abstract class LeaseScenario {

  @Outside LeaseService leases;
  @Outside Ledger ledger;
  Timeline time;

  private FakeLeases fake;

  abstract void start(String node, Scheduler own);

  @BeforeEach
  void startNodes() {
    fake = new FakeLeases(time);
    time.outside(leases).answeredBy(fake);
    time.outside(ledger)
        .answeredBy(
            (Ledger)
                node ->
                    assertThat(node).as("who writes at %s", time.now()).isEqualTo(fake.holder()));
    start("node-1", Scheduler.using(time.timeSource()).build());
    start("node-2", Scheduler.using(time.timeSource()).build());
  }

  @Test
  void answerTakesFortySeconds_onlyTheHolderOfTheLeaseWrites() {
    time.outside(leases)
        .when(service -> service.acquire(eq("node-1"), any()))
        .answersAfter(ofSeconds(40))
        .between("2026-03-02T12:00:20Z", "2026-03-02T12:00:21Z");

    time.advanceTo("2026-03-02T12:03:00Z");

    assertThat(time.recording().callsTo("ledger")).hasSizeBetween(160, 180);
  }
}
