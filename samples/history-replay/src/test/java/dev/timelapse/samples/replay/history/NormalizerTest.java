package dev.timelapse.samples.replay.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerTest {

  private static final Instant ZERO = Instant.parse("2031-01-01T00:00:00Z");
  private static final int LENGTH = 200;

  @Test
  void outages_overlapTouchAndRepeat_areOneEachCountedOnce() {
    History history =
        normalized(
            outage(0, 10, 20),
            outage(0, 10, 20),
            outage(0, 15, 30),
            outage(0, 30, 40),
            outage(0, 41, 50),
            outage(1, 12, 14));

    assertThat(history.outages())
        .containsExactly(outage(0, 10, 40), outage(1, 12, 14), outage(0, 41, 50));
    assertThat(history.tally()).isEqualTo(new Tally(6, 0, 0, 0, 1, 1, 1, 3, 0));
  }

  @Test
  void outage_endsBeforeOrWhenItStarts_isDropped() {
    History history = normalized(outage(0, 10, 10), outage(0, 10, 9), outage(0, 10, 11));

    assertThat(history.outages()).containsExactly(outage(0, 10, 11));
    assertThat(history.tally()).isEqualTo(new Tally(3, 1, 1, 0, 0, 0, 0, 1, 0));
  }

  @Test
  void outage_isPartlyOutsideThePeriod_isCut() {
    History history =
        normalized(
            outage(0, -20, -10),
            outage(0, -5, 0),
            outage(0, -4, 6),
            outage(1, 190, 300),
            outage(1, LENGTH, 300));

    assertThat(history.outages()).containsExactly(outage(0, 0, 6), outage(1, 190, LENGTH));
    assertThat(history.tally()).isEqualTo(new Tally(5, 0, 0, 3, 0, 0, 0, 2, 2));
  }

  @Test
  void outage_isAbsorbed_leavesTheCauseOfTheEarlierOne() {
    Outage first = new Outage(0, at(1), at(5), "disk");
    Outage second = new Outage(0, at(2), at(9), "fan");

    assertThat(normalized(second, first).outages())
        .containsExactly(new Outage(0, at(1), at(9), "disk"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void outages_areAtRandom_coverTheSameMinutesAsBefore(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Outage> recorded = new ArrayList<>();
    BitSet[] minutes = {new BitSet(), new BitSet(), new BitSet()};
    for (int i = 0; i < 40; i++) {
      int node = random.nextInt(3);
      int start = random.nextInt(-20, LENGTH + 20);
      int end = start + random.nextInt(-2, 12);
      recorded.add(outage(node, start, end));
      for (int minute = Math.max(0, start); minute < Math.min(LENGTH, end); minute++) {
        minutes[node].set(minute);
      }
    }
    List<Outage> expected = new ArrayList<>();
    for (int node = 0; node < 3; node++) {
      for (int start = minutes[node].nextSetBit(0); start >= 0; ) {
        int end = minutes[node].nextClearBit(start);
        expected.add(outage(node, start, end));
        start = minutes[node].nextSetBit(end);
      }
    }

    assertThat(normalized(recorded.toArray(Outage[]::new)).outages())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static History normalized(Outage... recorded) {
    return Normalizer.history(
        new HistorySource("test", ZoneOffset.UTC, List.of("a", "b", "c")),
        List.of(recorded),
        new Period(ZERO, at(LENGTH)));
  }

  private static Outage outage(int node, int start, int end) {
    return new Outage(node, at(start), at(end), null);
  }

  private static Instant at(int minute) {
    return ZERO.plusSeconds(60L * minute);
  }
}
