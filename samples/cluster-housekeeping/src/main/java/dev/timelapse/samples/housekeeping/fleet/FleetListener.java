package dev.timelapse.samples.housekeeping.fleet;

import java.time.Instant;

/** Is told what becomes of nodes and services. Called on the daemon's one thread. */
public interface FleetListener {

  /** A node has missed its answers: at the round in which the last of them was missing. */
  default void markedDown(Node node, Instant at) {}

  /** A node that was down has answered a probe. */
  default void markedUp(Node node, Instant at) {}

  /** A node that had returned is rid of its old replicas, and now waits in the spare pool. */
  default void becameSpare(Node node, Instant at) {}

  /** A spare has become active for an active node that went down; may be that node, repaired. */
  default void replaced(Node down, Node by, Instant at) {}

  /** No spare is left. */
  default void poolEmptied(Instant at) {}

  /** There is a spare again. */
  default void poolRefilled(Instant emptySince, Instant at) {}

  /** A replica is gone because its node was marked down. */
  default void replicaLost(Service service, Node node, Instant at) {}

  /** A replica was placed. */
  default void replicaPlaced(Service service, Node node, Instant at) {}

  /** A replica was taken off a node that may still have run it, or that was one too many. */
  default void replicaRemoved(Service service, Node node, Instant at) {}

  /** The provisioner failed to place or remove a replica; another attempt follows. */
  default void provisioningFailed(Service service, Node node, Exception cause, Instant at) {}
}
