package dev.timelapse.samples.replay.world;

import dev.timelapse.samples.housekeeping.fleet.Node;
import dev.timelapse.samples.housekeeping.fleet.NodeProbe;

/** Nodes that answer a probe when they are up, and not when they are down. */
public final class ScriptedNodes implements NodeProbe {

  private final boolean[] down;
  private long calls;
  private int downCount;

  /** Creates nodes that are up. */
  public ScriptedNodes(int count) {
    this.down = new boolean[count];
  }

  @Override
  public boolean answers(Node node) {
    calls++;
    return !down[node.index()];
  }

  /** Takes a node that is up down. */
  public void takeDown(int node) {
    down[node] = true;
    downCount++;
  }

  /** Brings a node that is down up. */
  public void bringUp(int node) {
    down[node] = false;
    downCount--;
  }

  boolean isDown(int node) {
    return down[node];
  }

  /** Returns how many nodes are down now. */
  public int downCount() {
    return downCount;
  }

  /** Returns how often a node was asked. */
  public long calls() {
    return calls;
  }
}
