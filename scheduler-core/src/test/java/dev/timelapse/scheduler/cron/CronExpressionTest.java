package dev.timelapse.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

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

  @Test
  void toString_ofAnExpression_isReadBack() {
    for (String text : new String[] {"*/5 0-3,7 1 JAN-MAR MON", "@daily", "0 0 * * 7"}) {
      CronExpression cron = CronExpression.unix(text, BERLIN);
      assertThat(cron).hasToString(text);
      assertThat(CronExpression.unix(cron.toString(), BERLIN)).isEqualTo(cron);
    }
  }
}
