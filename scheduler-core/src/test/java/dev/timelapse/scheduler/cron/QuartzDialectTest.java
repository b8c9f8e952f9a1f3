package dev.timelapse.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the quartz dialect reads its fields. */
class QuartzDialectTest {

  @ParameterizedTest(name = "{0} after {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # seconds
          30 0 0 * * ?         | 2026-01-01T00:00:00 | 2026-01-01T00:00:30 2026-01-02T00:00:30
          */25 0 0 * * ?       | 2026-01-01T00:00:00 | 2026-01-01T00:00:25 2026-01-01T00:00:50 2026-01-02T00:00:00
          # a step without an end, and without a start
          0 50/5 0 * * ?       | 2026-01-01T00:00:00 | 2026-01-01T00:50:00 2026-01-01T00:55:00 2026-01-02T00:50:00
          0 /30 0 * * ?        | 2026-01-01T00:00:00 | 2026-01-01T00:30:00 2026-01-02T00:00:00
          # ranges that run through the end of their field
          0 0 22-2/2 * * ?     | 2026-01-01T00:00:00 | 2026-01-01T02:00:00 2026-01-01T22:00:00 2026-01-02T00:00:00
          0 0 0 1 NOV-FEB ?    | 2026-01-02T00:00:00 | 2026-02-01T00:00:00 2026-11-01T00:00:00 2026-12-01T00:00:00
          0 0 0 ? * FRI-MON    | 2026-01-01T00:00:00 | 2026-01-02T00:00:00 2026-01-03T00:00:00 2026-01-04T00:00:00 2026-01-05T00:00:00 2026-01-09T00:00:00
          0 0 0 30-1 * ?       | 2026-01-30T00:00:00 | 2026-01-31T00:00:00 2026-02-01T00:00:00 2026-03-01T00:00:00 2026-03-30T00:00:00
          # weekdays: 1 is Sunday (2026-01-01 is a Thursday)
          0 0 0 ? * 1          | 2026-01-01T00:00:00 | 2026-01-04T00:00:00 2026-01-11T00:00:00
          0 0 0 ? * 7          | 2026-01-01T00:00:00 | 2026-01-03T00:00:00 2026-01-10T00:00:00
          0 0 0 ? * L          | 2026-01-01T00:00:00 | 2026-01-03T00:00:00 2026-01-10T00:00:00
          0 0 0 ? * *          | 2026-01-01T00:00:00 | 2026-01-02T00:00:00 2026-01-03T00:00:00
          # the end of the month
          0 0 0 L * ?          | 2026-01-01T00:00:00 | 2026-01-31T00:00:00 2026-02-28T00:00:00 2026-03-31T00:00:00
          0 0 0 l 2 ?          | 2026-03-01T00:00:00 | 2027-02-28T00:00:00 2028-02-29T00:00:00
          0 0 0 L-3 * ?        | 2026-01-01T00:00:00 | 2026-01-28T00:00:00 2026-02-25T00:00:00 2026-03-28T00:00:00
          0 0 0 L-30 * ?       | 2026-01-02T00:00:00 | 2026-03-01T00:00:00 2026-05-01T00:00:00
          0 0 0 LW * ?         | 2026-01-01T00:00:00 | 2026-01-30T00:00:00 2026-02-27T00:00:00 2026-03-31T00:00:00
          0 0 0 L-3W 3 ?       | 2026-01-01T00:00:00 | 2026-03-27T00:00:00 2027-03-29T00:00:00
          # the nearest weekday: from a Saturday back, from a Sunday on, never out of the month
          0 0 0 15w * ?        | 2026-01-01T00:00:00 | 2026-01-15T00:00:00 2026-02-16T00:00:00 2026-03-16T00:00:00 2026-04-15T00:00:00
          0 0 0 15W 8 ?        | 2026-01-01T00:00:00 | 2026-08-14T00:00:00 2027-08-16T00:00:00
          0 0 0 1W 2,8,11 ?    | 2026-01-01T00:00:00 | 2026-02-02T00:00:00 2026-08-03T00:00:00 2026-11-02T00:00:00
          0 0 0 31W * ?        | 2026-02-01T00:00:00 | 2026-03-31T00:00:00 2026-05-29T00:00:00 2026-07-31T00:00:00
          # weekdays of the month
          0 0 0 ? * 6L         | 2026-01-01T00:00:00 | 2026-01-30T00:00:00 2026-02-27T00:00:00 2026-03-27T00:00:00
          0 0 0 ? * fril       | 2026-01-01T00:00:00 | 2026-01-30T00:00:00 2026-02-27T00:00:00
          0 0 0 ? * 6#3        | 2026-01-01T00:00:00 | 2026-01-16T00:00:00 2026-02-20T00:00:00 2026-03-20T00:00:00
          0 0 0 ? * THU#1      | 2026-01-01T00:00:00 | 2026-02-05T00:00:00 2026-03-05T00:00:00
          0 0 0 ? * SUN#5      | 2026-01-01T00:00:00 | 2026-03-29T00:00:00 2026-05-31T00:00:00
          # lists of all these
          0 0 0 1,15W,L * ?    | 2026-01-15T00:00:00 | 2026-01-31T00:00:00 2026-02-01T00:00:00 2026-02-16T00:00:00 2026-02-28T00:00:00
          0 0 0 ? * MON,FRI#1,SATL | 2026-01-19T00:00:00 | 2026-01-26T00:00:00 2026-01-31T00:00:00 2026-02-02T00:00:00 2026-02-06T00:00:00
          # years
          0 0 0 1 1 ? 2027,2030-2031 | 2026-01-01T00:00:00 | 2027-01-01T00:00:00 2030-01-01T00:00:00 2031-01-01T00:00:00
          0 0 0 1 1 ? 2090/5   | 2026-01-01T00:00:00 | 2090-01-01T00:00:00 2095-01-01T00:00:00
          0 0 0 29 2 ? *       | 2097-01-01T00:00:00 | 2104-02-29T00:00:00 2108-02-29T00:00:00
          0 0 0 29 2 ?         | 2097-01-01T00:00:00 | 2104-02-29T00:00:00 2108-02-29T00:00:00
          """)
  void expression_inUtc_firesAtTheseTimes(String expression, String after, String expected) {
    CronExpression cron = CronExpression.quartz(expression, ZoneOffset.UTC);
    List<Instant> times = new ArrayList<>();
    for (String time : expected.split(" ", -1)) {
      times.add(Instant.parse(time + "Z"));
    }
    Instant start = Instant.parse(after + "Z").plusNanos(1);
    assertThat(Firings.forward(cron, start, times.get(times.size() - 1)))
        .containsExactlyElementsOf(times);
    assertThat(Firings.backward(cron, start, times.get(times.size() - 1)))
        .containsExactlyElementsOf(times);
  }

  @Test
  void years_thatAreOver_haveNoNext() {
    CronExpression cron = CronExpression.quartz("0 0 0 1 1 ? 2020-2021", ZoneOffset.UTC);
    Instant first = Instant.parse("2020-01-01T00:00:00Z");
    Instant last = Instant.parse("2021-01-01T00:00:00Z");
    assertThat(cron.next(Instant.MIN)).isEqualTo(first);
    assertThat(cron.previous(first)).isNull();
    assertThat(cron.next(first)).isEqualTo(last);
    assertThat(cron.next(last)).isNull();
    assertThat(cron.previous(Instant.MAX)).isEqualTo(last);
  }

  @Test
  void text_ofAnExpression_isReadBack() {
    CronExpression cron = CronExpression.quartz("0 0/5  9-17 ? * mon#1,fril 2027", ZoneOffset.UTC);
    assertThat(cron.dialect()).isEqualTo(Dialect.QUARTZ);
    assertThat(cron).hasToString("0 0/5 9-17 ? * MON#1,FRIL 2027");
    assertThat(CronExpression.quartz(cron.toString(), ZoneOffset.UTC)).isEqualTo(cron);
  }
}
