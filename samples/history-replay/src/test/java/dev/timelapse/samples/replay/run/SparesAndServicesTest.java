package dev.timelapse.samples.replay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.samples.replay.history.History;
import dev.timelapse.samples.replay.history.Outage;
import dev.timelapse.samples.replay.report.Columns;
import dev.timelapse.samples.replay.report.FleetPicture;
import dev.timelapse.samples.replay.report.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the spare pool and the downtime of services with a model that goes by minutes. */
class SparesAndServicesTest {

  private static final int MINUTES = 1500;

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void fleet_isReplayed_faresAsInTheModel(int seed) {
    History history = RandomHistory.onceEach(seed, MINUTES);
    int spares = seed % 4;
    int period = new int[] {1, 2, 5}[seed % 3];
    Model model = new Model(history, spares, period, 2);
    model.run();

    Result result =
        Replay.run(
            history, null, new Scenario(spares, Duration.ofMinutes(period), 2, seed), i -> {});

    Summary summary = result.summary();
    assertThat(summary.spares())
        .isEqualTo(
            new Summary.Spares(
                model.replacements,
                model.returned,
                model.emptied,
                Duration.ofMinutes(model.emptyMinutes),
                Duration.ofMinutes(model.emptyMost)));
    assertThat(summary.services().with().total()).isEqualTo(Duration.ofMinutes(model.downMinutes));
    assertThat(summary.services().without().total()).isEqualTo(length(history.outages()));
    assertThat(summary.services().without().interruptions()).isEqualTo(history.outages().size());
    assertThat(summary.pages().getOrDefault("spare pool", 0)).isEqualTo(model.emptied);
    assertThat(FleetPicture.of(summary, result.nodesDown(), result.sparesLeft()))
        .isEqualTo(FleetPicture.of(summary, model.nodesDown, model.sparesLeft));
  }

  @Test
  void randomHistories_takenTogether_emptyThePoolAndReturnNodes() {
    int emptied = 0;
    int replacements = 0;
    int returned = 0;
    for (int seed = 0; seed < 60; seed++) {
      Model model = new Model(RandomHistory.onceEach(seed, MINUTES), seed % 4, 1, 2);
      model.run();
      emptied += model.emptied;
      replacements += model.replacements;
      returned += model.returned;
    }

    assertThat(List.of(emptied, replacements, returned)).allMatch(count -> count > 60);
  }

  @Test
  void repairedNode_goesDownAsASpare_leavesThePoolUntilItIsBack() {
    History history =
        RandomHistory.history(
            1,
            120 * 60,
            List.of(
                RandomHistory.outage(0, 10 * 60, 30 * 60),
                RandomHistory.outage(0, 60 * 60, 90 * 60)));
    Columns sparesLeft = new Columns(history.period(), Replay.COLUMNS, 1);
    sparesLeft.set(RandomHistory.START.plusSeconds(11 * 60), 0);
    sparesLeft.set(RandomHistory.START.plusSeconds(30 * 60), 1);
    sparesLeft.set(RandomHistory.START.plusSeconds(61 * 60), 0);
    sparesLeft.set(RandomHistory.START.plusSeconds(90 * 60), 1);
    sparesLeft.close();

    Result result =
        Replay.run(history, null, new Scenario(1, Duration.ofMinutes(1), 2, 1), i -> {});

    assertThat(result.summary().spares())
        .isEqualTo(
            new Summary.Spares(1, 2, 2, Duration.ofMinutes(19 + 29), Duration.ofMinutes(29)));
    assertThat(FleetPicture.of(result.summary(), result.nodesDown(), result.sparesLeft()))
        .isEqualTo(FleetPicture.of(result.summary(), result.nodesDown(), sparesLeft));
  }

  private static Duration length(List<Outage> outages) {
    return outages.stream().map(Outage::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** Knows the rules, and nothing of the daemon. Each node is down once at most, a spare never. */
  private static final class Model {

    private static final int NOWHERE = -1;

    private final History history;
    private final int period;
    private final int misses;
    private final int[] missed;
    private final boolean[] down;

    /** The node on which the service that began on node n is, or {@code NOWHERE}. */
    private final int[] home;

    private final Deque<Integer> pool = new ArrayDeque<>();
    private final Deque<Integer> homeless = new ArrayDeque<>();
    int replacements;
    int returned;
    int emptied;
    long emptyMinutes;
    long emptyMost;
    long downMinutes;
    final Columns nodesDown;
    final Columns sparesLeft;
    private long emptySince = -1;

    Model(History history, int spares, int period, int misses) {
      this.history = history;
      this.period = period;
      this.misses = misses;
      int nodes = history.nodes().size();
      this.missed = new int[nodes + spares];
      this.down = new boolean[nodes + spares];
      this.nodesDown = new Columns(history.period(), Replay.COLUMNS, 0);
      this.sparesLeft = new Columns(history.period(), Replay.COLUMNS, spares);
      this.home = IntStream.range(0, nodes).toArray();
      IntStream.range(nodes, nodes + spares).forEach(pool::add);
    }

    void run() {
      for (int minute = 0; minute <= MINUTES; minute++) {
        if (minute % period == 0) {
          round(minute);
        }
        Instant now = RandomHistory.START.plusSeconds(60L * minute);
        sparesLeft.set(now, pool.size());
        int current = minute;
        nodesDown.set(
            now, (int) IntStream.range(0, home.length).filter(n -> isDown(n, current)).count());
        for (int node : home) {
          downMinutes += minute < MINUTES && (node == NOWHERE || isDown(node, minute)) ? 1 : 0;
        }
      }
      nodesDown.close();
      sparesLeft.close();
      if (emptySince >= 0) {
        endEmpty(MINUTES);
      }
    }

    private void round(int minute) {
      for (int node = 0; node < missed.length; node++) {
        boolean answers = !isDown(node, minute);
        missed[node] = answers ? 0 : missed[node] + 1;
        if (missed[node] == misses) {
          down[node] = true;
          if (!pool.remove(node)) {
            homeless.add(serviceOf(node));
          }
        } else if (answers && down[node]) {
          down[node] = false;
          returned++;
          clear(node);
          pool.add(node);
        }
      }
      while (!homeless.isEmpty() && !pool.isEmpty()) {
        home[homeless.remove()] = pool.remove();
        replacements++;
      }
      if (pool.isEmpty() && emptySince < 0) {
        emptied++;
        emptySince = minute;
      } else if (!pool.isEmpty() && emptySince >= 0) {
        endEmpty(minute);
      }
    }

    private void endEmpty(int minute) {
      emptyMinutes += minute - emptySince;
      emptyMost = Math.max(emptyMost, minute - emptySince);
      emptySince = -1;
    }

    private void clear(int returned) {
      for (int service = 0; service < home.length; service++) {
        if (home[service] == returned) {
          home[service] = NOWHERE;
        }
      }
    }

    private int serviceOf(int node) {
      return IntStream.range(0, home.length).filter(n -> home[n] == node).findFirst().getAsInt();
    }

    private boolean isDown(int node, int minute) {
      return history.outages().stream()
          .filter(outage -> outage.node() == node)
          .anyMatch(
              outage ->
                  !outage.start().isAfter(RandomHistory.START.plusSeconds(60L * minute))
                      && outage.end().isAfter(RandomHistory.START.plusSeconds(60L * minute)));
    }
  }
}
