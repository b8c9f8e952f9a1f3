package dev.timelapse.samples.replay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.samples.replay.history.Period;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {

  private static final int COUNT = 10;
  private static final int SECONDS_EACH = 20;
  private static final Period PERIOD =
      new Period(Instant.EPOCH, Instant.EPOCH.plusSeconds(COUNT * SECONDS_EACH));

  private final Columns columns = new Columns(PERIOD, COUNT, 5);

  @Test
  void number_neverChanges_isInAllColumns() {
    columns.close();

    for (int column = 0; column < COUNT; column++) {
      assertThat(columns.least(column)).isEqualTo(5);
      assertThat(columns.greatest(column)).isEqualTo(5);
    }
  }

  @Test
  void number_lastsButAnInstant_doesNotCount() {
    columns.set(Instant.EPOCH.plusSeconds(30), 9);
    columns.set(Instant.EPOCH.plusSeconds(30), 5);
    columns.close();

    assertThat(columns.greatest()).isEqualTo(5);
  }

  @Test
  void number_changesAtTheEdgeOfAColumn_countsInThatColumnOnly() {
    columns.set(Instant.EPOCH.plusSeconds(20), 9);
    columns.set(Instant.EPOCH.plusSeconds(40), 1);
    columns.close();

    assertThat(columns.greatest(0)).isEqualTo(5);
    assertThat(columns.least(1)).isEqualTo(9);
    assertThat(columns.greatest(2)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void number_changesAtRandom_hasTheExtremesOfItsSeconds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] bySecond = new int[COUNT * SECONDS_EACH];
    int value = 5;
    for (int second = 0; second < bySecond.length; second++) {
      if (random.nextInt(6) == 0) {
        value = random.nextInt(100);
        columns.set(Instant.EPOCH.plusSeconds(second), value);
      }
      bySecond[second] = value;
    }
    columns.close();

    for (int column = 0; column < COUNT; column++) {
      int[] seconds =
          Arrays.copyOfRange(bySecond, column * SECONDS_EACH, (column + 1) * SECONDS_EACH);
      assertThat(columns.least(column)).isEqualTo(Arrays.stream(seconds).min().getAsInt());
      assertThat(columns.greatest(column)).isEqualTo(Arrays.stream(seconds).max().getAsInt());
    }
  }
}
