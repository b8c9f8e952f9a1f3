package dev.timelapse.samples.housekeeping.report;

import dev.timelapse.samples.housekeeping.backup.SiteSummary;
import dev.timelapse.samples.housekeeping.fleet.Node;
import dev.timelapse.samples.housekeeping.fleet.NodeState;
import dev.timelapse.samples.housekeeping.fleet.Service;
import java.time.Instant;
import java.util.List;

/**
 * What a report is made of, as it is handed to the process that makes it.
 *
 * @param takenAt when this was the state
 * @param nodes all nodes
 * @param services all services
 * @param sites all sites with copies
 */
public record CapacityState(
    Instant takenAt, List<NodeUse> nodes, List<ServiceUse> services, List<SiteSummary> sites) {

  /** Describes a cluster. */
  public static CapacityState of(
      Instant takenAt, List<Node> nodes, List<Service> services, List<SiteSummary> sites) {
    return new CapacityState(
        takenAt,
        nodes.stream()
            .map(node -> new NodeUse(node.name(), node.state(), node.services().size()))
            .toList(),
        services.stream()
            .map(
                service ->
                    new ServiceUse(service.name(), service.replicas(), service.hosts().size()))
            .toList(),
        sites);
  }

  /**
   * What a node does.
   *
   * @param name its name
   * @param state what it is good for
   * @param replicas how many replicas it runs
   */
  public record NodeUse(String name, NodeState state, int replicas) {}

  /**
   * How far a service has what it wants.
   *
   * @param name its name
   * @param wanted how many replicas it wants
   * @param running how many it has
   */
  public record ServiceUse(String name, int wanted, int running) {}
}
