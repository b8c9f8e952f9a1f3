package dev.timelapse.samples.housekeeping.config;

import dev.timelapse.samples.housekeeping.fleet.FleetSettings;
import dev.timelapse.samples.housekeeping.fleet.NodeSettings;
import dev.timelapse.samples.housekeeping.fleet.ServiceSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads what a configuration file says about nodes and services. */
final class FleetReader {

  private static final Address NOWHERE = new Address("", 1);

  private FleetReader() {}

  static FleetSettings read(Section top, Section probe) {
    Duration period =
        probe.optional(
            "period",
            Kind.duration(ConfigFile.SHORTEST, Duration.ofDays(1)),
            FleetSettings.DEFAULT_PROBE_PERIOD);
    int missed =
        probe.optional(
            "missedAnswersToMarkDown",
            Kind.integer(1, 1_000),
            FleetSettings.DEFAULT_MISSED_ANSWERS);
    List<NodeSettings> nodes = nodes(top);
    long active = nodes.stream().filter(node -> !node.spare()).count();
    return new FleetSettings(period, missed, nodes, services(top, active));
  }

  private static List<NodeSettings> nodes(Section top) {
    List<NodeSettings> nodes = new ArrayList<>();
    Names names = new Names("name");
    Names addresses = new Names("address");
    for (Section item : top.sections("nodes")) {
      try (item) {
        String name = item.required("name", Kind.name(), "");
        Address address = item.required("address", Address::read, NOWHERE);
        boolean spare = item.optional("spare", Kind.yesOrNo(), false);
        names.add(item, name);
        addresses.add(item, address.host().isEmpty() ? "" : address.toString());
        nodes.add(new NodeSettings(name, address.host(), address.port(), spare));
      }
    }
    return nodes;
  }

  private static List<ServiceSettings> services(Section top, long activeNodes) {
    List<ServiceSettings> services = new ArrayList<>();
    Names names = new Names("name");
    for (Section item : top.sections("services")) {
      try (item) {
        String name = item.required("name", Kind.name(), "");
        int replicas = item.required("replicas", Kind.integer(1, 100_000), 1);
        names.add(item, name);
        if (replicas > activeNodes) {
          item.problem(
              "replicas",
              "must be at most "
                  + activeNodes
                  + ", the number of nodes that are no spares, because replicas run on different nodes; not "
                  + replicas);
        }
        services.add(new ServiceSettings(name, replicas));
      }
    }
    return services;
  }
}
