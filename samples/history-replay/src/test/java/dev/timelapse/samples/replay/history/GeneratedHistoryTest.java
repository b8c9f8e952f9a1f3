package dev.timelapse.samples.replay.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratedHistoryTest {

  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
  private static final Period YEARS = new Period(START, START.plus(Duration.ofDays(20_000)));

  /**
   * Computed with another implementation, in Python: the same seed must give the same on any
   * machine.
   */
  @Test
  void seed_isFixed_givesTheSameHistoryForEver() {
    List<Outage> outages = generate(1).outages();

    assertThat(outages).hasSize(14_290);
    assertThat(outages.subList(0, 4))
        .containsExactly(
            outage(39, "2030-01-01T01:19:51Z", "2030-01-01T04:24:45Z"),
            outage(84, "2030-01-01T02:31:29Z", "2030-01-01T15:58:33Z"),
            outage(5, "2030-01-01T03:39:03Z", "2030-01-01T13:26:25Z"),
            outage(160, "2030-01-01T03:57:42Z", "2030-01-01T04:11:30Z"));
    assertThat(outages.get(14_289))
        .isEqualTo(outage(126, "2084-09-30T13:09:32Z", "2084-09-30T13:55:30Z"));
  }

  @Test
  void seeds_differ_giveDifferentHistories() {
    assertThat(generate(1).outages()).isNotEqualTo(generate(2).outages());
  }

  @Test
  void outages_areManyYearsOf_haveTheMeansTheyWereGeneratedWith() {
    History history = generate(3);
    double downSeconds = 0;
    double upSeconds = 0;
    int uptimes = 0;
    Map<Integer, Instant> backSince = new HashMap<>();
    for (Outage outage : history.outages()) {
      Instant back = backSince.put(outage.node(), outage.end());
      downSeconds += outage.length().toSeconds();
      upSeconds += Duration.between(back == null ? START : back, outage.start()).toSeconds();
      uptimes++;
    }

    // About 14,000 outages: the deviations of the means are 5.5 % and 1.2 %; four of them.
    assertThat(downSeconds / uptimes).isCloseTo(355 * 60, within(355 * 60 * 0.22));
    assertThat(upSeconds / uptimes).isCloseTo(280.0 * 86_400, within(280.0 * 86_400 * 0.05));
  }

  @Test
  void period_ends_nothingReachesBeyondIt() {
    assertThat(generate(4).outages())
        .allSatisfy(outage -> assertThat(outage.end()).isBeforeOrEqualTo(YEARS.until()))
        .allSatisfy(outage -> assertThat(outage.start()).isBefore(outage.end()));
  }

  private static Outage outage(int node, String start, String end) {
    return new Outage(node, Instant.parse(start), Instant.parse(end), null);
  }

  private static History generate(long seed) {
    return GeneratedHistory.generate(seed, "node-", 200, Duration.ofDays(280), YEARS);
  }
}
