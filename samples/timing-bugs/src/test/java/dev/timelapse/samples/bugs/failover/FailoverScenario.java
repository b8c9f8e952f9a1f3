package dev.timelapse.samples.bugs.failover;

import static org.mockito.BDDMockito.then;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A replica that lags two seconds behind. */
@ExtendWith(TimelapseExtension.class)
@Timelapse(start = "2026-03-02T09:00:00Z")
abstract class FailoverScenario {

  @Outside Orders orders;
  @Outside Carrier carrier;
  Timeline time;
  Scheduler scheduler;

  private ReplicatedOrders database;

  abstract void start();

  @BeforeEach
  void startWithAReplica() {
    database = new ReplicatedOrders(time);
    time.outside(orders).answeredBy(database);
    start();
  }

  @Test
  void primaryFails_aSecondAfterAnOrderWasShipped_itIsNotShippedAgain() {
    time.at("2026-03-02T09:09:30Z", () -> database.pay("order-1")).named("order-1 is paid");
    time.at("2026-03-02T09:10:01Z", database::failOver).named("the replica takes over");

    time.never("it is shipped twice", () -> time.recording().callsTo("carrier").size() > 1);

    time.advanceTo("2026-03-02T11:00:00Z");

    then(carrier).should().ship("order-1");
  }
}
