package dev.timelapse.samples.housekeeping.fleet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Something that runs in replicas on different nodes. Changed by the daemon's one thread alone. */
public final class Service {

  private final String name;
  private final int replicas;
  final List<Node> hosts = new ArrayList<>();

  Service(ServiceSettings settings) {
    this.name = settings.name();
    this.replicas = settings.replicas();
  }

  /** Returns the name, unique in the cluster. */
  public String name() {
    return name;
  }

  /** Returns how many replicas are wanted. */
  public int replicas() {
    return replicas;
  }

  /** Returns a view of the nodes that run a replica and are not known to be down. */
  public List<Node> hosts() {
    return Collections.unmodifiableList(hosts);
  }

  int missing() {
    return replicas - hosts.size();
  }

  @Override
  public String toString() {
    return name;
  }
}
