package dev.timelapse.samples.replay.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.timelapse.samples.housekeeping.fleet.Node;
import dev.timelapse.samples.housekeeping.fleet.Replica;
import dev.timelapse.samples.housekeeping.fleet.Service;
import dev.timelapse.scheduler.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostingTest {

  private static final List<String> NAMES = List.of("a", "b", "c", "d");
  private static final int ACTIVE = 2;

  private final SteppedTime time = new SteppedTime();
  private final ScriptedNodes nodes = new ScriptedNodes(NAMES.size());
  private final List<Node> mockNodes =
      IntStream.range(0, 4).mapToObj(HostingTest::mockNode).toList();
  private final List<Service> mockServices =
      IntStream.range(0, ACTIVE).mapToObj(HostingTest::mockService).toList();
  private final Hosting hosting = new Hosting(time, nodes, NAMES, ACTIVE);

  @Test
  void replicas_areAskedForAtFirst_areOneOnEachActiveNode() {
    assertThat(hosting.replicas())
        .containsExactly(new Replica("service of a", "a"), new Replica("service of b", "b"));
  }

  @Test
  void service_isReplacedWhileItsNodeIsDown_isDownUntilThen() throws Exception {
    setDown(0, true);
    time.seconds = 30;
    hosting.place(service(0), node(2));
    time.seconds = 90;
    setDown(0, false);
    hosting.remove(service(0), node(0));
    hosting.close();

    assertThat(hosting.downtime())
        .isEqualTo(new Downtime(Duration.ofSeconds(30), 1, Duration.ofSeconds(30)));
  }

  @Test
  void orders_goToANodeThatIsFullOrDown_areRefused() {
    setDown(3, true);

    assertThatThrownBy(() -> hosting.place(service(0), node(1))).hasMessageContaining("b runs");
    assertThatThrownBy(() -> hosting.place(service(0), node(3))).hasMessageContaining("d is down");
    setDown(0, true);
    assertThatThrownBy(() -> hosting.remove(service(0), node(0))).hasMessageContaining("a is down");
    assertThat(hosting.refusals()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void anything_happens_theDowntimeIsThatOfCountingSeconds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean[] down = new boolean[NAMES.size()];
    List<Set<Integer>> hosts = List.of(new HashSet<>(Set.of(0)), new HashSet<>(Set.of(1)));
    long expected = 0;
    for (int second = 0; second < 2000; second++) {
      time.seconds = second;
      for (int i = 0; i < random.nextInt(3); i++) {
        int node = random.nextInt(NAMES.size());
        int service = random.nextInt(ACTIVE);
        boolean free = hosts.stream().noneMatch(on -> on.contains(node));
        switch (random.nextInt(3)) {
          case 0 -> {
            down[node] = !down[node];
            setDown(node, down[node]);
          }
          case 1 -> {
            if (tried(() -> hosting.place(service(service), node(node))) && free) {
              hosts.get(service).add(node);
            }
          }
          default -> {
            if (tried(() -> hosting.remove(service(service), node(node)))) {
              hosts.get(service).remove(node);
            }
          }
        }
      }
      for (Set<Integer> on : hosts) {
        expected += on.stream().allMatch(node -> down[node]) ? 1 : 0;
      }
    }
    time.seconds = 2000;
    hosting.close();

    assertThat(hosting.downtime().total()).isEqualTo(Duration.ofSeconds(expected));
    assertThat(expected).isBetween(200L, 3800L);
  }

  private interface Order {
    void give() throws Exception;
  }

  private static boolean tried(Order order) {
    try {
      order.give();
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  private void setDown(int node, boolean down) {
    if (down) {
      nodes.takeDown(node);
    } else {
      nodes.bringUp(node);
    }
    hosting.nodeChanged(node);
  }

  private Node node(int index) {
    return mockNodes.get(index);
  }

  private Service service(int index) {
    return mockServices.get(index);
  }

  private static Node mockNode(int index) {
    Node node = mock(Node.class);
    when(node.index()).thenReturn(index);
    when(node.name()).thenReturn(NAMES.get(index));
    return node;
  }

  private static Service mockService(int index) {
    Service service = mock(Service.class);
    when(service.name()).thenReturn(Hosting.serviceOn(NAMES.get(index)));
    return service;
  }

  private static final class SteppedTime implements TimeSource {

    long seconds;

    @Override
    public long nanoTime() {
      return Duration.ofSeconds(seconds).toNanos();
    }

    @Override
    public Instant instant() {
      return Instant.EPOCH.plusSeconds(seconds);
    }
  }
}
