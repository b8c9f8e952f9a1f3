package dev.timelapse.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds random expressions against the naive model and against themselves. */
class RandomCronTest {

  private static final List<ZoneId> ZONES =
      ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();

  private final RandomCron random = new RandomCron(20260327);

  @ParameterizedTest
  @EnumSource
  void randomExpression_inARandomWeek_firesAsTheModelHasIt(Dialect dialect) {
    for (int i = 0; i < 1_500; i++) {
      CronExpression cron = cron(dialect).inGap(Gap.AT_GAP_END).inOverlap(Overlap.BOTH);
      Instant from = random.instant();
      Instant to = from.plus(dialect == Dialect.UNIX ? Duration.ofDays(7) : Duration.ofDays(2));

      List<Instant> expected =
          NaiveCron.of(dialect, cron.toString())
              .firings(cron.zone().getRules(), from, to, Gap.AT_GAP_END, Overlap.BOTH);

      assertThat(Firings.forward(cron, from, to))
          .as("%s in %s from %s", cron, cron.zone(), from)
          .isEqualTo(expected);
      assertThat(Firings.backward(cron, from, to))
          .as("%s in %s until %s", cron, cron.zone(), to)
          .isEqualTo(expected);
      assertThat(cron.count(from, to))
          .as("%s in %s from %s to %s", cron, cron.zone(), from, to)
          .isEqualTo(expected.size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void previous_ofNext_isTheInverse(Dialect dialect) {
    for (int i = 0; i < 10_000; i++) {
      CronExpression cron = cron(dialect);
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

  @ParameterizedTest
  @EnumSource
  void text_ofARandomExpression_isReadBackAsTheSame(Dialect dialect) {
    for (int i = 0; i < 2_000; i++) {
      CronExpression cron = cron(dialect);
      CronExpression again = read(dialect, cron.toString(), cron.zone());
      Instant at = random.instant();
      assertThat(again).isEqualTo(cron).hasSameHashCodeAs(cron).hasToString(cron.toString());
      assertThat(again.next(at)).isEqualTo(cron.next(at));
      assertThat(again.describe()).isEqualTo(cron.describe());
    }
  }

  private CronExpression cron(Dialect dialect) {
    return read(dialect, random.expression(dialect), random.zone(ZONES));
  }

  private static CronExpression read(Dialect dialect, String text, ZoneId zone) {
    return switch (dialect) {
      case UNIX -> CronExpression.unix(text, zone);
      case QUARTZ -> CronExpression.quartz(text, zone);
    };
  }
}
