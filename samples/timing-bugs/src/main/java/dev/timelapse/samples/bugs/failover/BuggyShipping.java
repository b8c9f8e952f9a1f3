package dev.timelapse.samples.bugs.failover;

import static dev.timelapse.scheduler.Trigger.every;

import dev.timelapse.scheduler.Scheduler;
import java.time.Duration;

/**
 * Ships each order and marks it, so that it is not shipped again. But a mark that the primary
 * server has acknowledged, and has not passed on before it fails, is not on the server that takes
 * its place.
 *
 * @see <a href="https://github.com/sboesebeck/morphium/issues/345">Morphium: "a new primary takes
 *     over without the change; the client believes the write happened"</a>
 */
final class BuggyShipping {

  private final Scheduler scheduler;
  private final Orders orders;
  private final Carrier carrier;

  BuggyShipping(Scheduler scheduler, Orders orders, Carrier carrier) {
    this.scheduler = scheduler;
    this.orders = orders;
    this.carrier = carrier;
  }

  void start() {
    scheduler.add("ship", every(Duration.ofMinutes(1)), this::ship);
  }

  private void ship() {
    for (String order : orders.toShip()) {
      carrier.ship(order);
      orders.markShipped(order);
    }
  }
}
