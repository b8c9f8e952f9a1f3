package dev.timelapse.samples.bugs.failover;

import java.util.List;

/** A table of orders, on whichever database server is the primary one. */
interface Orders {

  /** Returns the orders that are marked as paid and not as shipped. */
  List<String> toShip();

  /** Marks an order as shipped. */
  void markShipped(String order);
}
