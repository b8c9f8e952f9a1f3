package dev.timelapse.samples.housekeeping.fleet;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.testkit.Leftover;
import dev.timelapse.testkit.Timelapse;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold at any time, whatever fails when. */
@Timelapse(allow = Leftover.PENDING_ONE_SHOTS) // outages and repairs beyond the two months
class RandomOutagesTest extends FleetTestCase {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void nodesFailAndReturn_forTwoMonths_servicesHaveWhatTheClusterCanGive(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    NODES.forEach(node -> scriptOutages(node.name(), random));
    time.every(ofHours(1), this::checkCluster);

    time.advanceBy(ofDays(60));

    assertThat(changes()).hasSizeGreaterThan(10);
  }

  private void scriptOutages(String node, SplittableRandom random) {
    Duration at = Duration.ZERO;
    while (at.compareTo(ofDays(60)) < 0) {
      at = at.plus(ofMinutes(1 + random.nextInt(20 * 24 * 60)));
      time.after(at, () -> dead.add(node));
      at = at.plus(ofMinutes(1 + random.nextInt(6 * 24 * 60)));
      time.after(at, () -> dead.remove(node));
    }
  }

  private void checkCluster() {
    List<Node> active = in(NodeState.ACTIVE);
    assertThat(active).hasSizeLessThanOrEqualTo(3);
    if (active.size() < 3) {
      assertThat(in(NodeState.SPARE)).isEmpty();
    }
    assertThat(in(NodeState.SPARE)).allSatisfy(spare -> assertThat(spare.services()).isEmpty());
    for (Service service : fleet.services()) {
      assertThat(service.hosts())
          .as("hosts of %s", service)
          .doesNotHaveDuplicates()
          .hasSize(Math.min(service.replicas(), active.size()))
          .allSatisfy(host -> assertThat(host.services()).contains(service))
          .isSubsetOf(active);
    }
  }

  private List<Node> in(NodeState state) {
    return fleet.nodes().stream().filter(node -> node.state() == state).toList();
  }
}
