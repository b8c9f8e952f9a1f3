package dev.timelapse.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the unix dialect reads its fields. */
class UnixDialectTest {

  @ParameterizedTest(name = "{0} after {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # names, in any case; weekdays 0 and 7 are Sunday (2026-01-01 is a Thursday)
          0 0 * jan,JUL *  | 2026-01-30T00:00 | 2026-01-31T00:00 2026-07-01T00:00
          0 0 * * Mon-wed  | 2026-01-01T00:00 | 2026-01-05T00:00 2026-01-06T00:00 2026-01-07T00:00
          0 0 * * 0        | 2026-01-01T00:00 | 2026-01-04T00:00 2026-01-11T00:00
          0 0 * * 7        | 2026-01-01T00:00 | 2026-01-04T00:00 2026-01-11T00:00
          0 0 * * 5-7      | 2026-01-01T00:00 | 2026-01-02T00:00 2026-01-03T00:00 2026-01-04T00:00
          0 0 * * FRI-SUN  | 2026-01-01T00:00 | 2026-01-02T00:00 2026-01-03T00:00 2026-01-04T00:00
          0 0 * * 1        | 2026-01-01T00:00 | 2026-01-05T00:00
          # steps begin at the start of their range, and on weekdays at Sunday
          */25 0 * * *     | 2026-01-01T00:00 | 2026-01-01T00:25 2026-01-01T00:50 2026-01-02T00:00
          10-30/10 0 * * * | 2026-01-01T00:00 | 2026-01-01T00:10 2026-01-01T00:20 2026-01-01T00:30
          0 0 */10 * *     | 2026-01-01T00:00 | 2026-01-11T00:00 2026-01-21T00:00 2026-01-31T00:00
          0 0 * * */3      | 2026-01-01T00:00 | 2026-01-03T00:00 2026-01-04T00:00 2026-01-07T00:00
          0 0 * */5 *      | 2026-01-31T00:00 | 2026-06-01T00:00
          0,30-31,59 4 * * * | 2026-01-01T04:00 | 2026-01-01T04:30 2026-01-01T04:31 2026-01-01T04:59
          # either day will do, if neither field starts with a star
          0 0 13 * FRI     | 2026-01-01T00:00 | 2026-01-02T00:00 2026-01-09T00:00 2026-01-13T00:00
          0 0 1-31 * FRI   | 2026-01-01T00:00 | 2026-01-02T00:00 2026-01-03T00:00
          # both must match, if one of them does
          0 0 */2 * MON    | 2026-01-01T00:00 | 2026-01-05T00:00 2026-01-19T00:00 2026-02-09T00:00
          0 0 13 * */5     | 2026-01-01T00:00 | 2026-02-13T00:00 2026-03-13T00:00 2026-09-13T00:00
          0 0 * * MON      | 2026-01-01T00:00 | 2026-01-05T00:00 2026-01-12T00:00
          # the short months
          0 0 31 * *       | 2026-01-31T00:00 | 2026-03-31T00:00 2026-05-31T00:00 2026-07-31T00:00
          0 0 29 2 *       | 2026-01-01T00:00 | 2028-02-29T00:00 2032-02-29T00:00
          0 0 29 2 */6     | 2026-01-01T00:00 | 2032-02-29T00:00 2048-02-29T00:00 2060-02-29T00:00
          # nicknames
          @hourly          | 2026-01-01T00:00 | 2026-01-01T01:00 2026-01-01T02:00
          @daily           | 2026-01-01T00:00 | 2026-01-02T00:00 2026-01-03T00:00
          @Midnight        | 2026-01-01T00:00 | 2026-01-02T00:00 2026-01-03T00:00
          @weekly          | 2026-01-01T00:00 | 2026-01-04T00:00 2026-01-11T00:00
          @monthly         | 2026-01-01T00:00 | 2026-02-01T00:00 2026-03-01T00:00
          @yearly          | 2026-01-01T00:00 | 2027-01-01T00:00 2028-01-01T00:00
          @annually        | 2026-01-01T00:00 | 2027-01-01T00:00 2028-01-01T00:00
          """)
  void expression_inUtc_firesAtTheseTimes(String expression, String after, String expected) {
    CronExpression cron = CronExpression.unix(expression, ZoneOffset.UTC);
    List<Instant> times = new ArrayList<>();
    for (String time : expected.split(" ", -1)) {
      times.add(Instant.parse(time + ":00Z"));
    }
    Instant start = Instant.parse(after + ":00Z");
    assertThat(Firings.forward(cron, start.plusNanos(1), times.get(times.size() - 1)))
        .containsExactlyElementsOf(times);
    assertThat(Firings.backward(cron, start.plusNanos(1), times.get(times.size() - 1)))
        .containsExactlyElementsOf(times);
  }

  @Test
  void next_atAFiring_isStrictlyAfterIt() {
    CronExpression cron = CronExpression.unix("0 * * * *", ZoneOffset.UTC);
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    assertThat(cron.next(noon)).isEqualTo("2026-01-01T13:00:00Z");
    assertThat(cron.next(noon.minusNanos(1))).isEqualTo(noon);
    assertThat(cron.next(noon.plusNanos(1))).isEqualTo("2026-01-01T13:00:00Z");
  }

  @Test
  void previous_atAFiring_isStrictlyBeforeIt() {
    CronExpression cron = CronExpression.unix("0 * * * *", ZoneOffset.UTC);
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    assertThat(cron.previous(noon)).isEqualTo("2026-01-01T11:00:00Z");
    assertThat(cron.previous(noon.minusNanos(1))).isEqualTo("2026-01-01T11:00:00Z");
    assertThat(cron.previous(noon.plusNanos(1))).isEqualTo(noon);
  }

  @Test
  void blanksAndCase_inTheText_doNotCount() {
    CronExpression cron = CronExpression.unix("  0 3\t*  * mon ", ZoneOffset.UTC);
    assertThat(cron).isEqualTo(CronExpression.unix("0 3 * * MON", ZoneOffset.UTC));
    assertThat(cron).hasToString("0 3 * * MON");
  }
}
