package dev.timelapse.samples.housekeeping.fleet;

/** What a node is good for. */
public enum NodeState {
  /** Runs services, or may. */
  ACTIVE,

  /** Waits in the pool for an active node to fail. */
  SPARE,

  /** Has missed its answers and is being repaired. */
  DOWN,

  /** Answers again, but may still run replicas from before; is cleared and then becomes a spare. */
  RETURNING
}
