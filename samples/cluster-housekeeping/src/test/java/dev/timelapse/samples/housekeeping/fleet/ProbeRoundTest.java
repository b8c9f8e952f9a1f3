package dev.timelapse.samples.housekeeping.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule of detection against a reading of it that looks at each node's whole history. */
class ProbeRoundTest {

  private static final int NODES = 20;
  private static final int ROUNDS = 2_000;

  private final List<String> marks = new ArrayList<>();
  private int round;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void randomAnswers_probed_markAsTheRuleSays(int missedToMarkDown) throws Exception {
    boolean[][] answers = answers(new SplittableRandom(missedToMarkDown));
    ProbeRound probeRound =
        new ProbeRound(
            cluster(missedToMarkDown), node -> answers[node.index()][round], missedToMarkDown);

    for (round = 0; round < ROUNDS; round++) {
      probeRound.run();
    }

    List<String> expected = new ArrayList<>();
    for (int r = 0; r < ROUNDS; r++) {
      for (int n = 0; n < NODES; n++) {
        boolean down = isDown(answers[n], r, missedToMarkDown);
        boolean wasDown = r > 0 && isDown(answers[n], r - 1, missedToMarkDown);
        if (down != wasDown) {
          expected.add("round " + r + ": node-" + n + (down ? " down" : " up"));
        }
      }
    }
    assertThat(marks).hasSizeGreaterThan(100).containsExactlyElementsOf(expected);
  }

  /** A node is down after a round if its last answers, N of them or more, are missing. */
  private static boolean isDown(boolean[] answers, int round, int missedToMarkDown) {
    return round + 1 >= missedToMarkDown
        && IntStream.rangeClosed(round - missedToMarkDown + 1, round).noneMatch(r -> answers[r]);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void probe_throws_isAMissingAnswer(int missedToMarkDown) throws Exception {
    ProbeRound probeRound =
        new ProbeRound(
            cluster(missedToMarkDown),
            node -> {
              if (node.index() == 7) {
                throw new IOException("no route to host");
              }
              return true;
            },
            missedToMarkDown);

    for (round = 0; round < 3; round++) {
      probeRound.run();
    }

    assertThat(marks).containsExactly("round " + (missedToMarkDown - 1) + ": node-7 down");
  }

  private static boolean[][] answers(SplittableRandom random) {
    boolean[][] answers = new boolean[NODES][ROUNDS];
    for (boolean[] ofNode : answers) {
      boolean up = true;
      for (int r = 0; r < ROUNDS; r++) {
        up ^= random.nextInt(4) == 0;
        ofNode[r] = up;
      }
    }
    return answers;
  }

  private Cluster cluster(int missedToMarkDown) {
    List<NodeSettings> nodes =
        IntStream.range(0, NODES)
            .mapToObj(n -> new NodeSettings("node-" + n, "host", 1, n % 3 == 0))
            .toList();
    FleetListener listener =
        new FleetListener() {
          @Override
          public void markedDown(Node node, Instant at) {
            marks.add("round " + round + ": " + node + " down");
          }

          @Override
          public void markedUp(Node node, Instant at) {
            marks.add("round " + round + ": " + node + " up");
          }
        };
    return new Cluster(
        new FleetSettings(Duration.ofMinutes(1), missedToMarkDown, nodes, List.of()),
        TimeSource.system(),
        listener);
  }
}
