package dev.timelapse.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions at the ends of time. */
class CronBoundsTest {

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Pacific/Apia", "-18:00", "+18:00"})
  void search_beyondTheYears1To9999_findsNothing(ZoneId zone) {
    CronExpression cron = CronExpression.unix("0 0 * * *", zone);
    assertThat(cron.next(Instant.MAX)).isNull();
    assertThat(cron.next(Instant.MAX.minusSeconds(1))).isNull();
    assertThat(cron.next(Instant.parse("+10000-01-02T00:00:00Z"))).isNull();
    assertThat(cron.previous(Instant.MIN)).isNull();
    assertThat(cron.previous(Instant.MIN.plusSeconds(1))).isNull();
    assertThat(cron.previous(Instant.parse("0000-12-30T00:00:00Z"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Pacific/Apia", "-18:00", "+18:00"})
  void search_fromTheEndsOfTime_findsTheFirstAndTheLastFiring(ZoneId zone) {
    CronExpression cron = CronExpression.unix("59 23 31 12 *", zone);
    assertThat(cron.next(Instant.MIN).atZone(zone).toLocalDateTime())
        .hasToString("0001-12-31T23:59");
    assertThat(cron.previous(Instant.MAX).atZone(zone).toLocalDateTime())
        .hasToString("9999-12-31T23:59");
  }

  @Test
  void rareDate_withDecadesBetween_isFound() {
    // 29 February on a Sunday or Saturday, across 2100, which is no leap year.
    CronExpression cron = CronExpression.unix("0 0 29 2 */6", ZoneId.of("Europe/Berlin"));
    assertThat(cron.next(Instant.parse("2089-01-01T00:00:00Z"))).isEqualTo("2116-02-28T23:00:00Z");
  }
}
