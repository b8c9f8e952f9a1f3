package dev.timelapse.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lists where Quartz 2.5.2, Spring 7.0.10 and cron-utils 9.2.1 disagree with us, and who is right.
 *
 * <p>Five fields are of the unix dialect: Spring gets a second before them, and Quartz also a
 * {@code ?} for the last. Six and seven fields are of the quartz dialect and given to all as they
 * are. Compared is the first firing after an instant; {@code refused} is for an expression that is
 * not taken, {@code never} for one that is taken and has no firing.
 */
class CronOracleDisagreementsTest {

  private static final String REFUSED = "refused";

  @ParameterizedTest(name = "{0}: {1} in {2}, because {6}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # We: a daily time inside a gap runs at its end. They: it is lost for the day.
          QUARTZ_ITSELF | 30 2 * * * | America/New_York | 2026-03-08T05:00:00Z | 2026-03-08T07:00:00Z | 2026-03-09T06:30:00Z | a daily job runs daily
          SPRING        | 30 2 * * * | America/New_York | 2026-03-08T05:00:00Z | 2026-03-08T07:00:00Z | 2026-03-09T06:30:00Z | a daily job runs daily
          CRON_UTILS    | 30 2 * * * | America/New_York | 2026-03-08T05:00:00Z | 2026-03-08T07:00:00Z | 2026-03-09T06:30:00Z | a daily job runs daily
          QUARTZ_ITSELF | 0 0 * * *  | Africa/Cairo     | 2024-04-25T12:00:00Z | 2024-04-25T22:00:00Z | 2024-04-26T21:00:00Z | a daily job runs daily
          SPRING        | 0 0 * * *  | Africa/Cairo     | 2024-04-25T12:00:00Z | 2024-04-25T22:00:00Z | 2024-04-26T21:00:00Z | a daily job runs daily
          CRON_UTILS    | 0 0 * * *  | Africa/Cairo     | 2024-04-25T12:00:00Z | 2024-04-25T22:00:00Z | 2024-04-26T21:00:00Z | a daily job runs daily

          # We: a daily time inside an overlap runs once, in the first pass, as in cronie.
          QUARTZ_ITSELF | 30 1 * * *    | America/New_York | 2026-11-01T04:00:00Z | 2026-11-01T05:30:00Z | 2026-11-01T06:30:00Z | Quartz waits for the second pass
          SPRING        | 30 1 * * *    | America/New_York | 2026-11-01T05:30:00Z | 2026-11-02T06:30:00Z | 2026-11-01T06:30:00Z | Spring runs it twice
          QUARTZ_ITSELF | 0,30 1 * * *  | America/New_York | 2026-11-01T04:00:00Z | 2026-11-01T05:00:00Z | 2026-11-01T06:00:00Z | Quartz waits for the second pass
          SPRING        | 0,30 1 * * *  | America/New_York | 2026-11-01T05:30:00Z | 2026-11-02T06:00:00Z | 2026-11-01T06:00:00Z | Spring runs both twice
          CRON_UTILS    | 0,30 1 * * *  | America/New_York | 2026-11-01T05:30:00Z | 2026-11-02T06:00:00Z | 2026-11-01T06:00:00Z | cron-utils runs both twice, though 30 1 once
          QUARTZ_ITSELF | 30 0 * * *    | America/Havana   | 2026-11-01T03:00:00Z | 2026-11-01T04:30:00Z | 2026-11-01T05:30:00Z | Quartz waits for the second pass
          SPRING        | 30 0 * * *    | America/Havana   | 2026-11-01T03:00:00Z | 2026-11-01T04:30:00Z | 2026-11-01T05:30:00Z | Spring misses a first pass that begins at midnight
          QUARTZ_ITSELF | 30 1 * * *    | Antarctica/Troll | 2026-10-24T22:00:00Z | 2026-10-24T23:30:00Z | 2026-10-25T01:30:00Z | Quartz waits for the second pass
          SPRING        | 30 2 * * *    | Antarctica/Troll | 2026-10-25T00:30:00Z | 2026-10-26T02:30:00Z | 2026-10-25T02:30:00Z | Spring runs it twice, though 30 1 once
          CRON_UTILS    | 30 1 * * *    | Antarctica/Troll | 2026-10-24T23:30:00Z | 2026-10-26T01:30:00Z | 2026-10-25T01:30:00Z | cron-utils runs it twice

          # We: a rate goes on through an overlap.
          QUARTZ_ITSELF | */15 * * * *  | America/New_York    | 2026-11-01T04:45:00Z | 2026-11-01T05:00:00Z | 2026-11-01T06:00:00Z | Quartz is silent for the first pass
          QUARTZ_ITSELF | */15 * * * *  | Australia/Lord_Howe | 2026-04-04T14:15:00Z | 2026-04-04T14:30:00Z | 2026-04-04T15:00:00Z | Quartz is silent for the first pass
          SPRING        | */15 * * * *  | Australia/Lord_Howe | 2026-04-04T14:45:00Z | 2026-04-04T15:00:00Z | 2026-04-04T15:30:00Z | Spring is silent for a second pass of half an hour
          SPRING        | */20 1 * * *  | Antarctica/Troll    | 2026-10-24T23:40:00Z | 2026-10-25T01:00:00Z | 2026-10-26T01:00:00Z | Spring leaves out the second pass, two hours later
          SPRING        | */20 0 * * *  | America/Havana      | 2026-11-01T03:50:00Z | 2026-11-01T04:00:00Z | 2026-11-01T05:00:00Z | Spring misses a first pass that begins at midnight
          CRON_UTILS    | 29 */2 * * *  | Europe/Berlin       | 2026-10-25T00:29:00Z | 2026-10-25T01:29:00Z | 2026-10-25T03:29:00Z | to cron-utils a fixed minute makes no rate
          CRON_UTILS    | */22 1 * * *  | Australia/Lord_Howe | 2026-04-04T14:44:00Z | 2026-04-04T15:14:00Z | 2026-04-05T14:30:00Z | cron-utils leaves out the second pass if it has one time

          # We: behind a gap, whatever the clock shows counts.
          QUARTZ_ITSELF | */20 * * * *  | Antarctica/Troll    | 2026-03-29T00:40:00Z | 2026-03-29T01:00:00Z | 2026-03-29T02:00:00Z | Quartz is silent for an hour after a gap of two
          QUARTZ_ITSELF | 26,33 * * * * | Australia/Lord_Howe | 2026-10-03T15:26:00Z | 2026-10-03T15:33:00Z | 2026-10-03T16:26:00Z | Quartz takes a gap for a whole hour
          SPRING        | */15 * * * *  | Australia/Lord_Howe | 2026-10-03T15:15:00Z | 2026-10-03T15:30:00Z | 2026-10-03T16:00:00Z | Spring takes a gap for a whole hour
          CRON_UTILS    | 52 0,2 * * *  | Australia/Lord_Howe | 2026-10-03T14:22:00Z | 2026-10-03T15:52:00Z | 2026-10-04T13:52:00Z | cron-utils takes a gap for a whole hour

          # We: ranges that run through the end of a field do so in the quartz dialect, as in Quartz.
          SPRING            | 0 0 22-2 * * ?    | UTC | 2026-01-01T22:00:00Z | 2026-01-01T23:00:00Z | refused              | by dialect: Spring has no such ranges
          CRON_UTILS_QUARTZ | 0 0 22-2 * * ?    | UTC | 2026-01-01T22:00:00Z | 2026-01-01T23:00:00Z | 2026-01-02T22:00:00Z | cron-utils runs at 22:00 only, and does not say so
          CRON_UTILS_QUARTZ | 0 30-29 * 1 * ?   | UTC | 2026-01-01T23:59:00Z | 2026-02-01T00:00:00Z | 2026-02-01T00:30:00Z | cron-utils begins a day in the middle of such a range

          # We: the days of the unix dialect are those of cronie.
          QUARTZ_ITSELF | 0 0 13 * FRI | UTC | 2026-01-01T00:00:00Z | 2026-01-02T00:00:00Z | refused              | by dialect: Quartz does not take both days
          SPRING     | 0 0 13 * FRI    | UTC | 2026-01-01T00:00:00Z | 2026-01-02T00:00:00Z | 2026-02-13T00:00:00Z | by dialect: in cron either day will do, in Spring both must match
          CRON_UTILS | 0 0 */2 * MON   | UTC | 2026-01-01T00:00:00Z | 2026-01-05T00:00:00Z | 2026-01-03T00:00:00Z | in cron a field that begins with a star makes both match
          SPRING     | 0 0 * * */2     | UTC | 2026-01-02T00:00:00Z | 2026-01-03T00:00:00Z | 2026-01-04T00:00:00Z | by dialect: the week begins with 0 in cron and with 1 in Spring
          SPRING     | 0 0 * * SUN-SUN | UTC | 2026-01-01T00:00:00Z | 2026-01-04T00:00:00Z | 2026-01-02T00:00:00Z | Spring takes one day for the whole week
          CRON_UTILS | 0 0 * * SUN-TUE | UTC | 2026-01-01T00:00:00Z | 2026-01-04T00:00:00Z | refused              | in cron SUN is 0 and 0-2 is a range
          CRON_UTILS | 0 0 * * 0-SUN   | UTC | 2026-01-01T00:00:00Z | 2026-01-04T00:00:00Z | 2026-01-02T00:00:00Z | in cron SUN is 0 and 0-0 is one day

          # We: the days of the quartz dialect are those of the Quartz manual.
          SPRING            | 0 0 0 ? * 1             | UTC | 2026-01-01T00:00:00Z | 2026-01-04T00:00:00Z | 2026-01-05T00:00:00Z | by dialect: 1 is Sunday in Quartz and Monday in Spring
          CRON_UTILS_QUARTZ | 0 0 0 29 2 ?            | UTC | 2097-01-01T00:00:00Z | 2104-02-29T00:00:00Z | never                | 2104 is a leap year
          CRON_UTILS_QUARTZ | 0 0 0 L-3W * ?          | UTC | 2026-01-01T00:00:00Z | 2026-01-28T00:00:00Z | refused              | Quartz itself knows L-3W
          QUARTZ_ITSELF     | 0 0 * LW * ?            | UTC | 2026-01-05T10:30:00Z | 2026-01-30T00:00:00Z | 2026-01-30T11:00:00Z | Quartz takes the hour of today over to a nearest weekday
          QUARTZ_ITSELF     | 0 0 0 15W * ?           | UTC | 2026-02-15T12:00:00Z | 2026-02-16T00:00:00Z | 2026-03-16T00:00:00Z | on Sunday the 15th Quartz thinks that Monday is over
          QUARTZ_ITSELF     | 0 0 0 ? * MON,FRI#2     | UTC | 2026-01-01T00:00:00Z | 2026-01-05T00:00:00Z | 2026-01-12T00:00:00Z | Quartz makes the second Monday of it
          QUARTZ_ITSELF     | 0 0 0 ? * MON#1,FRI#2   | UTC | 2026-01-01T00:00:00Z | 2026-01-05T00:00:00Z | refused              | we do more: # in lists
          QUARTZ_ITSELF     | 0 0 0 ? * MON,FRIL      | UTC | 2026-01-01T00:00:00Z | 2026-01-05T00:00:00Z | refused              | we do more: L in lists of weekdays
          QUARTZ_ITSELF     | 0 0 0 1 JAN/3 ?         | UTC | 2026-01-15T00:00:00Z | 2026-04-01T00:00:00Z | 2027-01-01T00:00:00Z | Quartz drops a step behind a name, and does not say so
          QUARTZ_ITSELF     | 0 0 0 1 JAN-DEC/3 ?     | UTC | 2026-01-15T00:00:00Z | 2026-04-01T00:00:00Z | 2026-02-01T00:00:00Z | Quartz drops a step behind a name, and does not say so
          QUARTZ_ITSELF     | 0 0 0 ? * SUN-SAT/2     | UTC | 2026-01-01T00:00:00Z | 2026-01-03T00:00:00Z | 2026-01-02T00:00:00Z | Quartz drops a step behind a name, and does not say so
          QUARTZ_ITSELF     | 0 0 0 1 1-DEC ?         | UTC | 2026-01-15T00:00:00Z | 2026-02-01T00:00:00Z | refused              | we do more: a number and a name in one range

          # We: what can never fire, or not as it looks, is refused when it is read.
          QUARTZ_ITSELF | 0 0 0 30 2 ?     | UTC | 2026-01-01T00:00:00Z | refused | never                | February has no 30th
          SPRING        | 0 0 30 2 *       | UTC | 2026-01-01T00:00:00Z | refused | never                | February has no 30th
          CRON_UTILS    | 0 0 30 2 *       | UTC | 2026-01-01T00:00:00Z | refused | never                | February has no 30th
          QUARTZ_ITSELF | 0 0 0 1 1 ? 2300 | UTC | 2026-01-01T00:00:00Z | refused | never                | the years of Quartz end at 2099 in its manual, later in its code
          SPRING        | */90 * * * *     | UTC | 2026-01-01T00:00:00Z | refused | 2026-01-01T01:00:00Z | every 90 minutes is not every hour
          SPRING        | 5/15 * * * *     | UTC | 2026-01-01T00:00:00Z | refused | 2026-01-01T00:05:00Z | by dialect: Vixie cron has no step without a range
          CRON_UTILS    | 5/15 * * * *     | UTC | 2026-01-01T00:00:00Z | refused | 2026-01-01T00:05:00Z | Vixie cron has no step without a range
          """)
  void oracle_whereItDisagrees_isListed(
      Oracle oracle,
      String expression,
      ZoneId zone,
      Instant after,
      String ours,
      String theirs,
      String why) {
    assertThat(why).isNotBlank();
    assertThat(ours).isNotEqualTo(theirs);
    boolean unix = expression.split(" ", -1).length == 5;
    if (ours.equals(REFUSED)) {
      assertThatIllegalArgumentException().isThrownBy(() -> our(unix, expression, zone));
    } else {
      assertThat(our(unix, expression, zone).next(after)).isEqualTo(ours);
    }
    String text = unix ? translated(oracle, expression) : expression;
    if (theirs.equals(REFUSED)) {
      assertThatIllegalArgumentException().isThrownBy(() -> oracle.next(text, zone, after));
    } else {
      Instant expected = theirs.equals("never") ? null : Instant.parse(theirs);
      assertThat(oracle.next(text, zone, after)).isEqualTo(expected);
    }
  }

  private static CronExpression our(boolean unix, String expression, ZoneId zone) {
    return unix ? CronExpression.unix(expression, zone) : CronExpression.quartz(expression, zone);
  }

  private static String translated(Oracle oracle, String expression) {
    return switch (oracle) {
      case QUARTZ_ITSELF -> "0 " + expression.replaceFirst("\\*$", "?");
      case SPRING -> "0 " + expression;
      case CRON_UTILS, CRON_UTILS_QUARTZ -> expression;
    };
  }
}
