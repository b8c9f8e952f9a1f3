package dev.timelapse.samples.replay.run;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.samples.replay.history.History;
import dev.timelapse.samples.replay.history.Outage;
import dev.timelapse.samples.replay.report.Summary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares what the daemon noticed with what follows from the intervals alone. */
class DetectionTest {

  private static final String[] PERIODS = {"PT1M", "PT5M", "PT37S", "PT1H"};
  private static final int[] MISSES = {1, 2, 3, 7};

  @ParameterizedTest(name = "seed {0}, every {1}, {2} misses")
  @MethodSource("cases")
  void outages_areReplayed_areDetectedWhenTheIntervalsSay(long seed, Duration period, int misses) {
    History history = RandomHistory.ofSeconds(seed);
    Expected expected = Expected.of(history, period.toSeconds(), misses);

    Result result = replay(history, new Scenario(2, period, misses, seed));

    Summary.Detection detection = result.summary().detection();
    assertThat(result.detections())
        .containsExactlyInAnyOrderElementsOf(expected.detections)
        .isSortedAccordingTo(comparing(Detection::at));
    assertThat(detection.outages()).isEqualTo(history.outages().size());
    assertThat(detection.detected()).isEqualTo(expected.detections.size());
    assertThat(detection.tooShort()).isEqualTo(expected.tooShort);
    assertThat(detection.unseparated()).isEqualTo(expected.unseparated);
    assertThat(detection.delayMost()).isEqualTo(expected.longestDelay());
  }

  static Stream<Arguments> cases() {
    return LongStream.range(0, 80)
        .mapToObj(
            seed ->
                Arguments.of(
                    seed, Duration.parse(PERIODS[(int) seed % 4]), MISSES[(int) (seed / 4) % 4]));
  }

  @Test
  void randomHistories_takenTogether_haveEveryKindOfOutage() {
    int detected = 0;
    int tooShort = 0;
    int unseparated = 0;
    for (long seed = 0; seed < 80; seed++) {
      Expected expected = Expected.of(RandomHistory.ofSeconds(seed), 60, 2);
      detected += expected.detections.size();
      tooShort += expected.tooShort;
      unseparated += expected.unseparated;
    }

    assertThat(List.of(detected, tooShort, unseparated)).allMatch(count -> count > 50);
  }

  @Test
  void outage_startsAndEndsOnProbes_isDownForTheFirstAndUpForTheLast() {
    History history =
        RandomHistory.history(
            2, 3600, List.of(RandomHistory.outage(0, 600, 720), RandomHistory.outage(1, 600, 719)));

    Result result = replay(history, new Scenario(0, Duration.ofMinutes(1), 2, 1));

    assertThat(result.detections())
        .containsExactly(
            new Detection(RandomHistory.outage(0, 600, 720), RandomHistory.START.plusSeconds(660)),
            new Detection(RandomHistory.outage(1, 600, 719), RandomHistory.START.plusSeconds(660)));
  }

  @Test
  void probes_areMade_askEveryNodeEachRoundFromTheStartToTheEnd() {
    History history = RandomHistory.history(3, 3600, List.of(RandomHistory.outage(0, 600, 720)));

    Result result = replay(history, new Scenario(4, Duration.ofMinutes(5), 2, 1));

    assertThat(result.summary().run().probeCalls()).isEqualTo((3 + 4) * (3600 / 300 + 1));
  }

  @Test
  void percentile_ofSomeDelays_isTheNearestRank() {
    List<Duration> delays = LongStream.rangeClosed(1, 200).mapToObj(Duration::ofSeconds).toList();

    assertThat(DetectionBook.percentile(delays, 50)).isEqualTo(Duration.ofSeconds(100));
    assertThat(DetectionBook.percentile(delays, 99)).isEqualTo(Duration.ofSeconds(198));
    assertThat(DetectionBook.percentile(delays, 100)).isEqualTo(Duration.ofSeconds(200));
    assertThat(DetectionBook.percentile(delays.subList(0, 1), 50)).isEqualTo(Duration.ofSeconds(1));
    assertThat(DetectionBook.percentile(List.of(), 50)).isEqualTo(Duration.ZERO);
  }

  private static Result replay(History history, Scenario scenario) {
    return Replay.run(history, null, scenario, instant -> {});
  }

  /**
   * What follows from the intervals: an outage is unanswered at the probes k with start <= k * P <
   * end. Where there is no probe between two outages of a node, it is to the daemon as if it had
   * been down all the time.
   */
  private static final class Expected {

    final List<Detection> detections = new ArrayList<>();
    int tooShort;
    int unseparated;

    static Expected of(History history, long period, int misses) {
      Expected expected = new Expected();
      for (int node = 0; node < history.nodes().size(); node++) {
        int current = node;
        expected.addNode(
            history.outages().stream().filter(o -> o.node() == current).toList(), period, misses);
      }
      return expected;
    }

    private void addNode(List<Outage> outages, long period, int misses) {
      long unanswered = 0;
      long firstAnswered = 0;
      for (Outage outage : outages) {
        long first = firstProbeFrom(seconds(outage, true), period);
        long end = firstProbeFrom(seconds(outage, false), period);
        unanswered = first == firstAnswered ? unanswered : 0;
        if (unanswered >= misses) {
          unseparated++;
        } else if (unanswered + end - first < misses) {
          tooShort++;
        } else {
          long probe = first + misses - unanswered - 1;
          detections.add(new Detection(outage, RandomHistory.START.plusSeconds(probe * period)));
        }
        unanswered += end - first;
        firstAnswered = end;
      }
    }

    Duration longestDelay() {
      return detections.stream()
          .map(detection -> Duration.between(detection.outage().start(), detection.at()))
          .max(comparing(delay -> delay))
          .orElse(Duration.ZERO);
    }

    private static long seconds(Outage outage, boolean start) {
      return Duration.between(RandomHistory.START, start ? outage.start() : outage.end())
          .toSeconds();
    }

    private static long firstProbeFrom(long seconds, long period) {
      return (seconds + period - 1) / period;
    }
  }
}
