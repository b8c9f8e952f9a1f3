package dev.timelapse.samples.bugs.failover;

/** Takes parcels away. */
interface Carrier {
  void ship(String order);
}
