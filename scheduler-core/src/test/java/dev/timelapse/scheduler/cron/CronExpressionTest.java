package dev.timelapse.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronExpressionTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void expression_asked_knowsItsDialectAndZone() {
    CronExpression cron = CronExpression.unix("0 3 * * *", BERLIN);
    assertThat(cron.dialect()).isEqualTo(Dialect.UNIX);
    assertThat(cron.zone()).isEqualTo(BERLIN);
  }

  @Test
  void expressions_writtenAlike_areEqual() {
    CronExpression cron = CronExpression.unix("0 3 * * mon", BERLIN);
    assertThat(cron)
        .isEqualTo(CronExpression.unix("0 3 * * MON", BERLIN))
        .hasSameHashCodeAs(CronExpression.unix("0 3 * * MON", BERLIN))
        .isEqualTo(cron.inGap(Gap.AT_GAP_END).inOverlap(Overlap.FIRST));
  }

  @Test
  void expressions_thatDifferInOnePoint_areNotEqual() {
    CronExpression cron = CronExpression.unix("0 3 * * *", BERLIN);
    assertThat(cron)
        .isNotEqualTo(CronExpression.unix("0 3 * * *", ZoneOffset.UTC))
        .isNotEqualTo(CronExpression.unix("0 4 * * *", BERLIN))
        .isNotEqualTo(cron.inGap(Gap.SKIP))
        .isNotEqualTo(cron.inOverlap(Overlap.BOTH))
        .isNotEqualTo("0 3 * * *");
    assertThat(CronExpression.quartz("0 0 3 * * ?", BERLIN))
        .isNotEqualTo(CronExpression.quartz("0 0 3 ? * *", BERLIN));
  }

  @ParameterizedTest
  @CsvSource({
    "30 2 * * *, false",
    "0-30 9-17 * * MON, false",
    "0 */2 * * *, true",
    "* 3 1 1 *, true",
    "0-59 3 * * *, true",
    "0 0 3 * * ?, false",
    "0 0/30 3 * * ?, true",
    "* 30 2 * * ?, true"
  })
  void wildcard_inATimeOfDay_makesARate(String expression, boolean rate) {
    boolean quartz = expression.endsWith("?");
    CronExpression cron =
        quartz
            ? CronExpression.quartz(expression, BERLIN)
            : CronExpression.unix(expression, BERLIN);
    assertThat(cron.isRate()).isEqualTo(rate);
  }

  @Test
  void count_betweenFirings_includesOnlyTheLater() {
    CronExpression cron = CronExpression.unix("0 * * * *", ZoneOffset.UTC);
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    assertThat(cron.count(noon, noon.plusSeconds(3600))).isEqualTo(1);
    assertThat(cron.count(noon.minusNanos(1), noon)).isEqualTo(1);
    assertThat(cron.count(noon.minusNanos(1), noon.plusSeconds(3600).minusNanos(1))).isEqualTo(1);
    assertThat(cron.count(noon, noon)).isZero();
    assertThat(cron.count(noon.plusSeconds(86_400), noon)).isZero();
  }

  @Test
  void count_overAllTime_isThatOfTheYears1To9999() {
    CronExpression yearly = CronExpression.unix("@yearly", BERLIN);
    CronExpression minutely = CronExpression.unix("* * * * *", ZoneOffset.UTC);
    long days = LocalDate.of(1, 1, 1).until(LocalDate.of(10_000, 1, 1), ChronoUnit.DAYS);
    assertThat(yearly.count(Instant.MIN, Instant.MAX)).isEqualTo(9999);
    assertThat(minutely.count(Instant.MIN, Instant.MAX)).isEqualTo(days * 1440);
  }

  @Test
  void toString_ofAnExpression_isReadBack() {
    for (String text : new String[] {"*/5 0-3,7 1 JAN-MAR MON", "@daily", "0 0 * * 7"}) {
      CronExpression cron = CronExpression.unix(text, BERLIN);
      assertThat(cron).hasToString(text);
      assertThat(CronExpression.unix(cron.toString(), BERLIN)).isEqualTo(cron);
    }
  }
}
