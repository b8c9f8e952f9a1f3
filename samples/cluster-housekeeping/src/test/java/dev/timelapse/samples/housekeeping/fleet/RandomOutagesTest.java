package dev.timelapse.samples.housekeeping.fleet;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.testkit.Leftover;
import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.history.Happening;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold at any time, whatever fails when. */
@Timelapse(allow = Leftover.PENDING_ONE_SHOTS) // outages and repairs have no end
class RandomOutagesTest extends FleetTestCase {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void nodesFailAndReturn_forTwoMonths_servicesHaveWhatTheClusterCanGive(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    NODES.forEach(
        node -> time.history("outages of " + node.name(), outages(node.name(), random.split())));
    time.always("three nodes are active at most", () -> in(NodeState.ACTIVE).size() <= 3);
    time.always(
        "spares run nothing",
        () -> in(NodeState.SPARE).stream().allMatch(spare -> spare.services().isEmpty()));
    time.always(
        "replicas are on different active nodes that know of it",
        () -> fleet.services().stream().allMatch(this::isWellPlaced));
    time.whenever("a place is free while there is a spare", this::isPlaceFree)
        .then("it is taken", () -> !isPlaceFree())
        .within(ZERO);
    time.whenever("a service lacks what the cluster could give it", this::isReplicaMissing)
        .then("it has that", () -> !isReplicaMissing())
        .within(ZERO);

    time.advanceBy(ofDays(60));

    assertThat(changes()).hasSizeGreaterThan(10);
  }

  /** Up to 20 days of work, then up to 6 of repair, and so on without end. */
  private Stream<Happening> outages(String node, SplittableRandom random) {
    return Stream.iterate(
            Change.after(time.now(), true, random),
            last -> Change.after(last.at, !last.fails, random))
        .map(
            change ->
                new Happening(
                    change.at, change.fails ? () -> dead.add(node) : () -> dead.remove(node)));
  }

  private record Change(Instant at, boolean fails) {

    static Change after(Instant last, boolean fails, SplittableRandom random) {
      int days = fails ? 20 : 6;
      return new Change(last.plus(ofMinutes(1 + random.nextInt(days * 24 * 60))), fails);
    }
  }

  private boolean isWellPlaced(Service service) {
    List<Node> hosts = service.hosts();
    return new HashSet<>(hosts).size() == hosts.size()
        && in(NodeState.ACTIVE).containsAll(hosts)
        && hosts.stream().allMatch(host -> host.services().contains(service));
  }

  private boolean isPlaceFree() {
    return in(NodeState.ACTIVE).size() < 3 && !in(NodeState.SPARE).isEmpty();
  }

  private boolean isReplicaMissing() {
    int active = in(NodeState.ACTIVE).size();
    return fleet.services().stream()
        .anyMatch(each -> each.hosts().size() != Math.min(each.replicas(), active));
  }

  private List<Node> in(NodeState state) {
    return fleet.nodes().stream().filter(node -> node.state() == state).toList();
  }
}
