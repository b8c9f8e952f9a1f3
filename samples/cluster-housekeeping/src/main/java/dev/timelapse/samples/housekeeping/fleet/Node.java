package dev.timelapse.samples.housekeeping.fleet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A machine of the cluster. Changed by the daemon's one thread alone. */
public final class Node {

  private final int index;
  private final String name;
  private final String host;
  private final int port;

  NodeState state;

  /** How many answers are missing in a row; stops counting when the node is down. */
  int missed;

  /** How often placing failed here since it last succeeded. */
  int failedPlacements;

  /** What it runs, as far as is known: on a node that is down, what it will have to be rid of. */
  final List<Service> services = new ArrayList<>();

  Node(int index, NodeSettings settings) {
    this.index = index;
    this.name = settings.name();
    this.host = settings.host();
    this.port = settings.port();
    this.state = settings.spare() ? NodeState.SPARE : NodeState.ACTIVE;
  }

  /** Returns its place in the configuration, from 0: the order in which nodes are considered. */
  public int index() {
    return index;
  }

  /** Returns the name, unique in the cluster. */
  public String name() {
    return name;
  }

  /** Returns the host name or address at which it is probed. */
  public String host() {
    return host;
  }

  /** Returns the TCP port at which it is probed. */
  public int port() {
    return port;
  }

  /** Returns what it is good for now. */
  public NodeState state() {
    return state;
  }

  /**
   * Returns a view of what it runs; on a node that is down or returning, what it may still run from
   * before.
   */
  public List<Service> services() {
    return Collections.unmodifiableList(services);
  }

  @Override
  public String toString() {
    return name;
  }
}
