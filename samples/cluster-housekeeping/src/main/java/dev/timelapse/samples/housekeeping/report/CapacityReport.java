package dev.timelapse.samples.housekeeping.report;

import dev.timelapse.samples.housekeeping.backup.SiteSummary;
import dev.timelapse.samples.housekeeping.fleet.NodeState;
import dev.timelapse.samples.housekeeping.report.CapacityState.NodeUse;
import dev.timelapse.samples.housekeeping.report.CapacityState.ServiceUse;
import java.util.Comparator;
import java.util.Locale;

/** The report itself: lines of what, name, value. */
final class CapacityReport {

  private CapacityReport() {}

  static String csv(CapacityState state) {
    StringBuilder csv = new StringBuilder("what,name,value\n");
    line(csv, "taken at", "", state.takenAt());
    for (NodeState nodeState : NodeState.values()) {
      line(
          csv,
          "nodes",
          nodeState.name().toLowerCase(Locale.ROOT),
          state.nodes().stream().filter(node -> node.state() == nodeState).count());
    }
    state.nodes().stream()
        .filter(node -> node.state() == NodeState.ACTIVE)
        .sorted(Comparator.comparing(NodeUse::replicas).reversed())
        .forEach(node -> line(csv, "replicas on node", node.name(), node.replicas()));
    for (ServiceUse service : state.services()) {
      line(csv, "replicas wanted", service.name(), service.wanted());
      line(csv, "replicas running", service.name(), service.running());
      line(csv, "nodes it can lose", service.name(), canLose(state, service));
    }
    for (SiteSummary site : state.sites()) {
      line(csv, "copies", site.site(), site.copies());
      line(csv, "good copies", site.site(), site.good());
      line(
          csv, "newest good copy", site.site(), site.newestGood() == null ? "" : site.newestGood());
    }
    return csv.toString();
  }

  /** Returns how many nodes can fail for good until a service lacks a replica. */
  private static long canLose(CapacityState state, ServiceUse service) {
    long usable =
        state.nodes().stream()
            .filter(node -> node.state() == NodeState.ACTIVE || node.state() == NodeState.SPARE)
            .count();
    return Math.max(0, usable - service.wanted());
  }

  private static void line(StringBuilder csv, String what, String name, Object value) {
    csv.append(what).append(',').append(name).append(',').append(value).append('\n');
  }
}
