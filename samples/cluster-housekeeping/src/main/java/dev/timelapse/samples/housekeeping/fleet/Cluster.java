package dev.timelapse.samples.housekeeping.fleet;

import dev.timelapse.scheduler.TimeSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of the cluster, and how the state of a node changes. The state of all jobs is here,
 * and belongs to one thread.
 */
final class Cluster {

  final Node[] nodes;
  final List<Service> services = new ArrayList<>();

  /** Nodes that can replace another; who waited longest goes first. */
  final Deque<Node> spares = new ArrayDeque<>();

  /** Places of active nodes that nobody has taken yet, the oldest first. */
  final Deque<Vacancy> vacancies = new ArrayDeque<>();

  /** Nodes that answer again and are not yet spares. */
  final List<Node> returning = new ArrayList<>();

  private final TimeSource time;
  private final FleetListener listener;

  Cluster(FleetSettings settings, TimeSource time, FleetListener listener) {
    this.time = time;
    this.listener = listener;
    this.nodes = new Node[settings.nodes().size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = new Node(i, settings.nodes().get(i));
    }
    settings.services().forEach(service -> services.add(new Service(service)));
  }

  /**
   * Takes over what was placed before this daemon started. A spare that runs something is active.
   * Services and nodes that are not configured are left alone.
   */
  void takeOver(List<Replica> replicas) {
    Set<Replica> placed = new HashSet<>(replicas);
    for (Service service : services) {
      for (Node node : nodes) {
        if (placed.contains(new Replica(service.name(), node.name()))) {
          node.state = NodeState.ACTIVE;
          service.hosts.add(node);
          node.services.add(service);
        }
      }
    }
    for (Node node : nodes) {
      if (node.state == NodeState.SPARE) {
        spares.add(node);
      }
    }
  }

  void markDown(Node node) {
    NodeState before = node.state;
    node.state = NodeState.DOWN;
    listener.markedDown(node, time.instant());
    if (before == NodeState.ACTIVE) {
      vacancies.add(new Vacancy(node, List.copyOf(node.services)));
      for (Service service : node.services) {
        service.hosts.remove(node);
        listener.replicaLost(service, node, time.instant());
      }
    }
    spares.remove(node);
    returning.remove(node);
  }

  void markUp(Node node) {
    node.state = NodeState.RETURNING;
    node.failedPlacements = 0;
    returning.add(node);
    listener.markedUp(node, time.instant());
  }

  void becomeSpare(Node node) {
    node.state = NodeState.SPARE;
    spares.add(node);
    listener.becameSpare(node, time.instant());
  }

  void replace(Vacancy vacancy, Node by) {
    by.state = NodeState.ACTIVE;
    listener.replaced(vacancy.node(), by, time.instant());
  }
}
