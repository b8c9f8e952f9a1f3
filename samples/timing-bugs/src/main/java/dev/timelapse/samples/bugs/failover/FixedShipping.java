package dev.timelapse.samples.bugs.failover;

import static dev.timelapse.scheduler.Trigger.every;

import dev.timelapse.scheduler.Scheduler;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Ships each order and marks it. What it has shipped it remembers for longer than any replica lags
 * behind, and marks it again when it is offered to it once more.
 */
final class FixedShipping {

  private static final Duration LONGEST_LAG = Duration.ofHours(1);

  private final Scheduler scheduler;
  private final Orders orders;
  private final Carrier carrier;
  private final Set<String> shipped = new HashSet<>();

  FixedShipping(Scheduler scheduler, Orders orders, Carrier carrier) {
    this.scheduler = scheduler;
    this.orders = orders;
    this.carrier = carrier;
  }

  void start() {
    scheduler.add("ship", every(Duration.ofMinutes(1)), this::ship);
  }

  private void ship() {
    for (String order : orders.toShip()) {
      if (shipped.add(order)) {
        carrier.ship(order);
        scheduler.after(LONGEST_LAG, () -> shipped.remove(order));
      }
      orders.markShipped(order);
    }
  }
}
