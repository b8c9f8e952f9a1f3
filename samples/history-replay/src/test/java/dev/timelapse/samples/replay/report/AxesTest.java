package dev.timelapse.samples.replay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.samples.replay.history.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AxesTest {

  private static final ZoneId ZONE = ZoneId.of("America/Denver");

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "5, 1", "6, 2", "10, 2", "11, 5", "25, 5", "26, 10", "512, 200"})
  void numbers_goUpTo_makeFiveRoundStepsAtMost(int greatest, int step) {
    assertThat(Panel.step(greatest)).isEqualTo(step);
  }

  @ParameterizedTest
  @CsvSource({
    "2003-01-01, 2003-01-05, 2003-01-02, 2003-01-05, 4,  2003-01-02",
    "2003-01-01, 2003-01-20, 2003-01-02, 2003-01-20, 10, 2003-01-02",
    "2003-01-01, 2003-03-01, 2003-01-02, 2003-02-27, 9,  2003-01-02",
    "2003-01-15, 2003-12-31, 2003-02-01, 2003-12-01, 11, 2003-02",
    "2001-12-20, 2005-09-09, 2002-01-01, 2005-07-01, 8,  2002-01",
    "1990-05-01, 2030-05-01, 1995-01-01, 2030-01-01, 8,  1995-01",
  })
  void dates_ofAPeriod_areAtRoundDistances(
      LocalDate from, LocalDate until, LocalDate first, LocalDate last, int count, String label) {
    List<LocalDate> ticks = DateAxis.ticks(period(from, until), ZONE);

    assertThat(ticks).hasSize(count).startsWith(first).endsWith(last);
    assertThat(DateAxis.label(ticks.get(0), ticks)).isEqualTo(label);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 11, 12, 13, 50, 365, 1000, 5000, 20_000, 36_500})
  void dates_ofAnyPeriod_areInItAndFew(int days) {
    LocalDate from = LocalDate.of(2001, 12, 20);
    List<LocalDate> ticks = DateAxis.ticks(period(from, from.plusDays(days)), ZONE);

    assertThat(ticks).hasSizeBetween(1, 12).isSorted();
    assertThat(ticks.get(0)).isAfter(from);
    assertThat(ticks.get(ticks.size() - 1)).isBeforeOrEqualTo(from.plusDays(days));
  }

  private static Period period(LocalDate from, LocalDate until) {
    return new Period(from.atStartOfDay(ZONE).toInstant(), until.atStartOfDay(ZONE).toInstant());
  }
}
