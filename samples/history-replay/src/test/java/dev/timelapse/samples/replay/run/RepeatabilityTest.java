package dev.timelapse.samples.replay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.samples.replay.history.GeneratedHistory;
import dev.timelapse.samples.replay.history.History;
import dev.timelapse.samples.replay.history.Period;
import dev.timelapse.samples.replay.report.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatabilityTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Period YEAR = new Period(START, START.plus(Duration.ofDays(365)));

  @Test
  void history_isReplayedTwice_givesTheSameResult() {
    Result first = replay(1, i -> {});
    Result second = replay(1, i -> {});

    assertThat(second.summary()).isEqualTo(first.summary());
    assertThat(second.detections()).isEqualTo(first.detections());
  }

  @Test
  void sites_haveAnotherSeed_copiesFareDifferentlyAndNodesDoNot() {
    Summary first = replay(1, i -> {}).summary();
    Summary second = replay(2, i -> {}).summary();

    assertThat(second.copies()).isNotEqualTo(first.copies());
    assertThat(second.detection()).isEqualTo(first.detection());
  }

  @Test
  void copies_areMadeForAYear_addUp() {
    Summary.Copies copies = replay(1, i -> {}).summary().copies();

    assertThat(copies.made() + copies.givenUp()).isEqualTo(365 * 3);
    assertThat(copies.failed()).isPositive();
    // An attempt is the first at its copy, or a retry.
    assertThat(copies.made() + copies.failed() - copies.retried()).isEqualTo(365 * 3);
  }

  @Test
  void progress_isReported_goesFromStartToEndByDays() {
    List<Instant> reports = new ArrayList<>();

    replay(1, reports::add);

    assertThat(reports).hasSize(366).isSorted().startsWith(START).endsWith(YEAR.until());
  }

  private static Result replay(long seed, java.util.function.Consumer<Instant> progress) {
    History history = GeneratedHistory.generate(7, "n", 20, Duration.ofDays(40), YEAR);
    return Replay.run(history, null, new Scenario(1, Duration.ofMinutes(10), 2, seed), progress);
  }
}
