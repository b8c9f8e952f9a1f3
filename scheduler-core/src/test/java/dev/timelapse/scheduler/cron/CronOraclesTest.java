package dev.timelapse.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds expressions against Quartz, Spring and cron-utils wherever these are right, or are wrong in
 * a way that a policy describes. Where they are not is listed in {@link
 * CronOracleDisagreementsTest}.
 */
class CronOraclesTest {

  private static final int RANDOM_EXPRESSIONS = 2_000;

  /** Steps through the week and ranges from or to SUN are read differently by everyone. */
  private static final String WEEK_OF_ITS_OWN = ".*(/|sun-|-sun).*";

  private final RandomCron random = new RandomCron(19700101);

  @Test
  void quartzDialect_inUtc_agreesWithQuartz() {
    for (int i = 0; i < RANDOM_EXPRESSIONS; i++) {
      String expression = random.plainQuartz();
      // Within a month, Quartz can miss a nearest weekday or get its time wrong.
      Instant at = expression.matches(".*[0-9L]W.*") ? startOfMonth() : random.instant();
      CronExpression cron = CronExpression.quartz(expression, ZoneOffset.UTC);
      assertThat(cron.next(at))
          .as("%s after %s", expression, at)
          .isEqualTo(Oracle.QUARTZ_ITSELF.next(expression, ZoneOffset.UTC, at));
    }
  }

  private Instant startOfMonth() {
    var date = random.instant().atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
    return date.atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1);
  }

  @Test
  void unixDialect_inUtc_agreesWithSpring() {
    int compared = 0;
    while (compared < RANDOM_EXPRESSIONS) {
      String expression = random.expression(Dialect.UNIX);
      String[] fields = expression.split(" ", -1);
      boolean both = fields[2].startsWith("*") || fields[4].startsWith("*");
      // Spring always wants both days to match, and begins steps through the week on Monday.
      if (both && !fields[4].matches(WEEK_OF_ITS_OWN)) {
        assertAgrees(Oracle.SPRING, "0 " + expression, expression);
        compared++;
      }
    }
  }

  @Test
  void unixDialect_inUtc_agreesWithCronUtils() {
    int compared = 0;
    while (compared < RANDOM_EXPRESSIONS) {
      String expression = random.expression(Dialect.UNIX);
      String[] fields = expression.split(" ", -1);
      boolean all = fields[2].equals("*") || fields[4].equals("*");
      boolean none = !fields[2].contains("*") && !fields[4].contains("*");
      // To cron-utils a star that is only part of a field means nothing for the days.
      if ((all || none) && !fields[4].matches(WEEK_OF_ITS_OWN)) {
        assertAgrees(Oracle.CRON_UTILS, expression, expression);
        compared++;
      }
    }
  }

  private void assertAgrees(Oracle oracle, String theirs, String ours) {
    Instant at = random.instant();
    assertThat(CronExpression.unix(ours, ZoneOffset.UTC).next(at))
        .as("%s after %s", ours, at)
        .isEqualTo(oracle.next(theirs, ZoneOffset.UTC, at));
  }

  @ParameterizedTest(name = "{0}: gap {1}, overlap {2}, in {3} at {4}")
  @CsvSource({
    "QUARTZ_ITSELF, SKIP, SECOND, America/New_York,    2026-03-08T07:00:00Z",
    "QUARTZ_ITSELF, SKIP, SECOND, America/New_York,    2026-11-01T06:00:00Z",
    "QUARTZ_ITSELF, SKIP, SECOND, Australia/Sydney,    2026-10-03T16:00:00Z",
    "QUARTZ_ITSELF, SKIP, SECOND, Australia/Sydney,    2026-04-04T16:00:00Z",
    "QUARTZ_ITSELF, SKIP, SECOND, America/Havana,      2026-03-08T05:00:00Z",
    "QUARTZ_ITSELF, SKIP, SECOND, America/Havana,      2026-11-01T05:00:00Z",
    "QUARTZ_ITSELF, SKIP, SECOND, Africa/Cairo,        2026-04-23T22:00:00Z",
    "QUARTZ_ITSELF, SKIP, SECOND, Australia/Lord_Howe, 2026-04-04T15:00:00Z",
    "QUARTZ_ITSELF, SKIP, SECOND, Antarctica/Troll,    2026-10-25T01:00:00Z",
    "SPRING,        SKIP, BOTH,   America/New_York,    2026-03-08T07:00:00Z",
    "SPRING,        SKIP, BOTH,   America/New_York,    2026-11-01T06:00:00Z",
    "SPRING,        SKIP, BOTH,   Australia/Sydney,    2026-10-03T16:00:00Z",
    "SPRING,        SKIP, BOTH,   Australia/Sydney,    2026-04-04T16:00:00Z",
    "SPRING,        SKIP, BOTH,   America/Havana,      2026-03-08T05:00:00Z",
    "SPRING,        SKIP, BOTH,   Africa/Cairo,        2026-04-23T22:00:00Z",
    "SPRING,        SKIP, BOTH,   Antarctica/Troll,    2026-03-29T01:00:00Z",
    "CRON_UTILS,    SKIP, BOTH,   America/New_York,    2026-03-08T07:00:00Z",
    "CRON_UTILS,    SKIP, BOTH,   Australia/Sydney,    2026-10-03T16:00:00Z",
    "CRON_UTILS,    SKIP, BOTH,   America/Havana,      2026-03-08T05:00:00Z",
    "CRON_UTILS,    SKIP, BOTH,   Africa/Cairo,        2026-04-23T22:00:00Z",
    "CRON_UTILS,    SKIP, BOTH,   Antarctica/Troll,    2026-03-29T01:00:00Z",
    "CRON_UTILS,    SKIP, BOTH,   Antarctica/Troll,    2026-10-25T01:00:00Z"
  })
  void policies_aroundAChange_canBeThoseOfAnOracle(
      Oracle oracle, Gap gap, Overlap overlap, ZoneId zone, Instant change) {
    for (int i = 0; i < 25; i++) {
      String expression = random.timeOfDay() + " * * *";
      CronExpression cron = CronExpression.unix(expression, zone).inGap(gap).inOverlap(overlap);
      assertSameFirings(cron, oracle, change);
    }
  }

  @ParameterizedTest(name = "{0} in {1} at {2}")
  @CsvSource({
    "SPRING,     America/New_York,    2026-11-01T06:00:00Z",
    "SPRING,     Europe/Berlin,       2026-10-25T01:00:00Z",
    "SPRING,     America/Havana,      2026-11-01T05:00:00Z",
    "SPRING,     Antarctica/Troll,    2026-10-25T01:00:00Z",
    "CRON_UTILS, America/New_York,    2026-11-01T06:00:00Z",
    "CRON_UTILS, Europe/Berlin,       2026-10-25T01:00:00Z",
    "CRON_UTILS, America/Havana,      2026-11-01T05:00:00Z",
    "CRON_UTILS, Antarctica/Troll,    2026-10-25T01:00:00Z",
    "CRON_UTILS, Australia/Lord_Howe, 2026-04-04T15:00:00Z",
    "CRON_UTILS, Australia/Lord_Howe, 2026-10-03T15:30:00Z"
  })
  void rate_aroundAChange_agreesByDefault(Oracle oracle, ZoneId zone, Instant change) {
    for (int minutes = 1; minutes <= 30; minutes += 7) {
      assertSameFirings(CronExpression.unix("*/" + minutes + " * * * *", zone), oracle, change);
      assertSameFirings(CronExpression.unix(minutes + " * * * *", zone), oracle, change);
    }
  }

  private static void assertSameFirings(CronExpression cron, Oracle oracle, Instant change) {
    Instant from = change.minus(Duration.ofHours(5));
    Instant to = change.plus(Duration.ofHours(20));
    String theirs =
        switch (oracle) {
          case QUARTZ_ITSELF -> "0 " + cron.toString().replaceFirst("\\*$", "?");
          case SPRING -> "0 " + cron;
          default -> cron.toString();
        };
    List<Instant> expected = new ArrayList<>();
    Instant at = oracle.next(theirs, cron.zone(), from);
    while (!at.isAfter(to)) {
      expected.add(at);
      at = oracle.next(theirs, cron.zone(), at);
    }
    assertThat(Firings.forward(cron, from.plusNanos(1), to))
        .as("%s in %s around %s", cron, cron.zone(), change)
        .isEqualTo(expected);
  }
}
