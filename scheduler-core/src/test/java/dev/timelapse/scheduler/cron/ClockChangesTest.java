package dev.timelapse.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an expression does, by default, in the nights when a clock is changed. */
class ClockChangesTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a daily time in a gap fires at the end of the gap
          America/New_York   | 2026-03-08 | 30 2 * * *    | 03:00-04:00
          Africa/Cairo       | 2024-04-26 | 0 0 * * *     | 01:00+03:00
          America/Havana     | 2026-03-08 | 0 0 * * *     | 01:00-04:00
          Asia/Beirut        | 2026-03-29 | 0 0 * * *     | 01:00+03:00
          Asia/Beirut        | 2026-03-29 | 15 0 * * *    | 01:00+03:00
          Australia/Lord_Howe| 2026-10-04 | 15 2 * * *    | 02:30+11:00
          Antarctica/Troll   | 2026-03-29 | 30 1 * * *    | 03:00+02:00
          Europe/Dublin      | 2026-03-29 | 30 1 * * *    | 02:00+01:00
          # several daily times in one gap come to one firing, as do one inside and one at its end
          America/New_York   | 2026-03-08 | 0,30 2 * * *  | 03:00-04:00
          America/New_York   | 2026-03-08 | 0 2,3 * * *   | 03:00-04:00
          # a daily time in an overlap fires in the first pass
          America/New_York   | 2026-11-01 | 30 1 * * *    | 01:30-04:00
          America/New_York   | 2026-11-01 | 0,30 1 * * *  | 01:00-04:00 01:30-04:00
          America/Havana     | 2026-11-01 | 30 0 * * *    | 00:30-04:00
          Antarctica/Troll   | 2026-10-25 | 30 1 * * *    | 01:30+02:00
          Australia/Lord_Howe| 2026-04-05 | 45 1 * * *    | 01:45+11:00
          Australia/Sydney   | 2026-04-05 | 30 2 * * *    | 02:30+11:00
          # ranges are fixed times too
          America/New_York   | 2026-11-01 | 0 1-3 * * *   | 01:00-04:00 02:00-05:00 03:00-05:00
          """)
  void dailyTime_onTheDateOfAChange_firesOnce(
      ZoneId zone, LocalDate date, String expression, String expected) {
    assertThat(firingsOn(date, CronExpression.unix(expression, zone)))
        .containsExactlyElementsOf(instants(date, expected));
  }

  @ParameterizedTest(name = "{2} every {3} min from {1} in {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          America/New_York   | 2026-11-01T00:00-04:00 | */15 * * * *  | 15
          America/New_York   | 2026-03-08T00:00-05:00 | */15 * * * *  | 15
          America/New_York   | 2026-11-01T00:00-04:00 | * * * * *     | 1
          America/New_York   | 2026-11-01T00:00-04:00 | 30 * * * *    | 60
          America/New_York   | 2026-03-08T00:00-05:00 | 30 * * * *    | 60
          America/New_York   | 2026-11-01T00:00-04:00 | 0-59 0-23 * * * | 1
          Australia/Lord_Howe| 2026-04-05T00:00+11:00 | */15 * * * *  | 15
          Australia/Lord_Howe| 2026-10-04T00:00+10:30 | */15 * * * *  | 15
          Antarctica/Troll   | 2026-10-25T00:00+02:00 | */20 * * * *  | 20
          Antarctica/Troll   | 2026-03-29T00:00+00:00 | */20 * * * *  | 20
          Africa/Cairo       | 2026-04-24T00:00+02:00 | */15 * * * *  | 15
          """)
  void rate_throughAChange_followsElapsedTime(
      ZoneId zone, OffsetDateTime start, String expression, long minutes) {
    CronExpression cron = CronExpression.unix(expression, zone);
    Instant from = start.toInstant().plusSeconds(60 * firstMinute(expression));
    List<Instant> expected = new ArrayList<>();
    for (long minute = 0; minute < 48 * 60; minute += minutes) {
      expected.add(from.plusSeconds(60 * minute));
    }
    assertThat(Firings.forward(cron, from, from.plusSeconds(48 * 3600 - 1)))
        .containsExactlyElementsOf(expected);
  }

  private static long firstMinute(String expression) {
    return expression.startsWith("30") ? 30 : 0;
  }

  @Test
  void leapDay_overTheYear2100_comesAfterEightYears() {
    CronExpression cron = CronExpression.unix("0 0 29 2 *", ZoneId.of("UTC"));
    assertThat(cron.next(Instant.parse("2097-01-01T00:00:00Z"))).isEqualTo("2104-02-29T00:00:00Z");
    assertThat(cron.previous(Instant.parse("2104-02-29T00:00:00Z")))
        .isEqualTo("2096-02-29T00:00:00Z");
  }

  @ParameterizedTest(name = "gap {0}, overlap {1}")
  @CsvSource({
    "SKIP, FIRST, '', 01:30-04:00",
    "AT_GAP_END, SECOND, 03:00-04:00, 01:30-05:00",
    "AT_GAP_END, BOTH, 03:00-04:00, 01:30-04:00 01:30-05:00"
  })
  void policy_whenStated_isFollowed(Gap gap, Overlap overlap, String spring, String autumn) {
    LocalDate forward = LocalDate.of(2026, 3, 8);
    LocalDate back = LocalDate.of(2026, 11, 1);
    CronExpression inGap = CronExpression.unix("30 2 * * *", NEW_YORK);
    CronExpression inOverlap = CronExpression.unix("30 1 * * *", NEW_YORK);
    assertThat(firingsOn(forward, inGap.inGap(gap).inOverlap(overlap)))
        .containsExactlyElementsOf(instants(forward, spring));
    assertThat(firingsOn(back, inOverlap.inOverlap(overlap).inGap(gap)))
        .containsExactlyElementsOf(instants(back, autumn));
  }

  @Test
  void rateAtGapEnd_whenStated_addsOneFiringAtTheJump() {
    CronExpression cron = CronExpression.unix("7 * * * *", NEW_YORK).inGap(Gap.AT_GAP_END);
    LocalDate date = LocalDate.of(2026, 3, 8);
    assertThat(firingsOn(date, cron)).hasSize(24);
    assertThat(firingsOn(date, cron))
        .containsSubsequence(instants(date, "01:07-05:00 03:00-04:00 03:07-04:00"));
  }

  @Test
  void dailyTime_onADateThatWasSkippedWhole_firesAtTheJump() {
    // Samoa went from the end of 29 December 2011 to the beginning of 31 December.
    CronExpression cron = CronExpression.unix("0 12 * * *", ZoneId.of("Pacific/Apia"));
    Instant jump = Instant.parse("2011-12-30T10:00:00Z");
    assertThat(Firings.forward(cron, jump.minusSeconds(86_400), jump.plusSeconds(86_400)))
        .containsExactly(jump.minusSeconds(12 * 3600), jump, jump.plusSeconds(12 * 3600));
  }

  @Test
  void dailyTime_onADateThatWasShownTwice_firesOnce() {
    // Kwajalein repeated 23 hours at the end of September 1969.
    CronExpression cron = CronExpression.unix("0 12 * * *", ZoneId.of("Pacific/Kwajalein"));
    Instant from = Instant.parse("1969-09-29T00:00:00Z");
    assertThat(Firings.forward(cron, from, Instant.parse("1969-10-02T12:00:00Z")))
        .containsExactly(
            Instant.parse("1969-09-29T01:00:00Z"),
            Instant.parse("1969-09-30T01:00:00Z"),
            Instant.parse("1969-10-02T00:00:00Z"));
  }

  /** Returns the firings on a date of the zone's calendar. */
  private static List<Instant> firingsOn(LocalDate date, CronExpression cron) {
    Instant from = date.atStartOfDay(cron.zone()).toInstant();
    Instant to = date.plusDays(1).atStartOfDay(cron.zone()).toInstant().minusSeconds(1);
    return Firings.forward(cron, from, to);
  }

  private static List<Instant> instants(LocalDate date, String times) {
    List<Instant> instants = new ArrayList<>();
    for (String time : times.isEmpty() ? new String[0] : times.split(" ", -1)) {
      instants.add(OffsetDateTime.parse(date + "T" + time).toInstant());
    }
    return instants;
  }
}
