package dev.timelapse.samples.bugs.lease;

import java.io.IOException;
import java.time.Duration;

/** Grants a lease to one node at a time. */
interface LeaseService {

  /**
   * Takes the lease, or renews it.
   *
   * @param ttl how long the service counts the lease from when it grants it
   * @return whether the node has it
   */
  boolean acquire(String node, Duration ttl) throws IOException;
}
