package dev.timelapse.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds random expressions against the naive model and against themselves. */
class RandomUnixTest {

  private static final List<ZoneId> ZONES =
      ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();

  private final RandomUnix random = new RandomUnix(20260327);

  @Test
  void randomExpression_inARandomWeek_firesAsTheModelHasIt() {
    for (int i = 0; i < 1_500; i++) {
      String expression = random.expression();
      ZoneId zone = random.zone(ZONES);
      Instant from = random.instant();
      Instant to = from.plus(Duration.ofDays(7));
      CronExpression cron =
          CronExpression.unix(expression, zone).inGap(Gap.AT_GAP_END).inOverlap(Overlap.BOTH);

      List<Instant> expected =
          new NaiveCron(expression)
              .firings(zone.getRules(), from, to, Gap.AT_GAP_END, Overlap.BOTH);

      assertThat(Firings.forward(cron, from, to))
          .as("%s in %s from %s", expression, zone, from)
          .isEqualTo(expected);
      assertThat(Firings.backward(cron, from, to))
          .as("%s in %s until %s", expression, zone, to)
          .isEqualTo(expected);
    }
  }

  @Test
  void previous_ofNext_isTheInverse() {
    for (int i = 0; i < 20_000; i++) {
      CronExpression cron = CronExpression.unix(random.expression(), random.zone(ZONES));
      Instant at = random.instant();
      Instant next = cron.next(at);
      Instant previous = cron.previous(at);

      assertThat(next).as("%s in %s after %s", cron, cron.zone(), at).isAfter(at);
      assertThat(previous).as("%s in %s before %s", cron, cron.zone(), at).isBefore(at);
      // The instant has a fraction of a second, so it is no firing and lies between the two.
      assertThat(cron.previous(next)).isEqualTo(previous);
      assertThat(cron.next(previous)).isEqualTo(next);
    }
  }

  @Test
  void text_ofARandomExpression_isReadBackAsTheSame() {
    for (int i = 0; i < 2_000; i++) {
      CronExpression cron = CronExpression.unix(random.expression(), random.zone(ZONES));
      CronExpression again = CronExpression.unix(cron.toString(), cron.zone());
      Instant at = random.instant();
      assertThat(again).isEqualTo(cron).hasSameHashCodeAs(cron).hasToString(cron.toString());
      assertThat(again.next(at)).isEqualTo(cron.next(at));
      assertThat(again.describe()).isEqualTo(cron.describe());
    }
  }
}
