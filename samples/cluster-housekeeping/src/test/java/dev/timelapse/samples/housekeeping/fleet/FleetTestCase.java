package dev.timelapse.samples.housekeeping.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;

import dev.timelapse.samples.housekeeping.paging.OnCall;
import dev.timelapse.samples.housekeeping.paging.Pager;
import dev.timelapse.samples.housekeeping.paging.PagingListener;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.outside.OutsideCalls;
import dev.timelapse.testkit.recording.RecordedCall;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Three nodes, two spares, and two services of two replicas each, which begin as web on node-1 and
 * node-2, and db on node-3 and node-1. Nodes are asked each full five minutes, and are down after
 * two missing answers.
 */
@ExtendWith(TimelapseExtension.class)
@Timelapse(start = "2026-03-01T00:00", zone = "Europe/Berlin")
abstract class FleetTestCase {

  static final List<NodeSettings> NODES =
      List.of(
          new NodeSettings("node-1", "host", 1, false),
          new NodeSettings("node-2", "host", 2, false),
          new NodeSettings("node-3", "host", 3, false),
          new NodeSettings("spare-1", "host", 4, true),
          new NodeSettings("spare-2", "host", 5, true));

  static final List<ServiceSettings> SERVICES =
      List.of(new ServiceSettings("web", 2), new ServiceSettings("db", 2));

  @Outside NodeProbe probe;
  @Outside Provisioner provisioner;
  @Outside Pager pager;
  Timeline time;
  Scheduler scheduler;

  final FleetListener events = mock(FleetListener.class);

  /** The names of the nodes that do not answer now. */
  final Set<String> dead = new HashSet<>();

  final MemoryInventory inventory = new MemoryInventory();

  Fleet fleet;

  @BeforeEach
  void startFleet() throws Exception {
    time.outside(provisioner).answeredBy(inventory);
    time.outside(probe).answeredBy((NodeProbe) node -> !dead.contains(node.name()));
    fleet = startFleet(scheduler);
    time.runCurrent();
  }

  private Fleet startFleet(Scheduler own) throws Exception {
    Fleet started =
        new Fleet(
            own,
            time.timeSource(),
            new FleetSettings(Duration.ofMinutes(5), 2, NODES, SERVICES),
            probe,
            provisioner,
            new OnCall(pager, time.timeSource(), new PagingListener() {}),
            events);
    started.start();
    return started;
  }

  /** Kills the daemon, and starts another later, which finds what is placed and nothing else. */
  void killedBetween(String from, String until) {
    time.at(from, () -> time.crash(scheduler));
    time.at(
        until,
        () -> fleet = time.restart(() -> startFleet(Scheduler.using(time.timeSource()).build())));
  }

  /** Picks the questions to one node. */
  OutsideCalls<NodeProbe> asking(String node) {
    return time.outside(probe)
        .when(asked -> asked.answers(argThat(about -> about.name().equals(node))));
  }

  /** Scripts an outage: the node does not answer from one instant until another. */
  void outage(String node, String from, String until) {
    time.at(from, () -> dead.add(node));
    time.at(until, () -> dead.remove(node));
  }

  Node node(String name) {
    return fleet.nodes().stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Instant at(String local) {
    return LocalDateTime.parse(local).atZone(time.zone()).toInstant();
  }

  /** What was placed and removed since the beginning: when, by the zone's clock, and what. */
  List<String> changes() {
    Instant beginning = at("2026-03-01T00:00");
    return time.recording().callsTo("provisioner").stream()
        .filter(call -> call.at().isAfter(beginning))
        .map(call -> local(call) + " " + call.what())
        .toList();
  }

  /** What the daemon knows of is what there is, and each service has its replicas. */
  void assertAllIsPlaced() {
    assertThat(fleet.services())
        .allSatisfy(each -> assertThat(each.hosts()).as("%s", each).hasSize(each.replicas()))
        .flatExtracting(Service::hosts)
        .allMatch(host -> !dead.contains(host.name()), "answers");
    assertThat(inventory.placed)
        .containsExactlyInAnyOrderElementsOf(
            fleet.services().stream()
                .flatMap(
                    each ->
                        each.hosts().stream().map(host -> new Replica(each.name(), host.name())))
                .toList());
  }

  List<String> hosts(String service) {
    return fleet.services().stream()
        .filter(each -> each.name().equals(service))
        .flatMap(each -> each.hosts().stream())
        .map(Node::name)
        .toList();
  }

  private LocalDateTime local(RecordedCall call) {
    return LocalDateTime.ofInstant(call.at(), time.zone());
  }
}
