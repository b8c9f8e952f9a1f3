package dev.timelapse.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions in words. */
class DescriptionTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          * * * * *            | every minute
          */15 * * * *         | every 15 minutes
          0-59/20 * * * *      | every 20 minutes
          0 * * * *            | every hour
          @hourly              | every hour
          0 */2 * * *          | every 2 hours
          5 * * * *            | at minute 5 of every hour
          5,35 * * * *         | at minutes 5 and 35 of every hour
          7-9,30 */2 * * *     | at minutes 7 to 9 and 30 of every 2nd hour
          0 3 * * *            | at 03:00 every day
          @daily               | at 00:00 every day
          0,30 1,13 * * *      | at 01:00, 01:30, 13:00 and 13:30 every day
          0 */6 * * *          | at 00:00, 06:00, 12:00 and 18:00 every day
          */10 9-17 * * 1-5    | every 10 minutes from 09:00 to 17:50 on Mondays to Fridays
          * 8 * * *            | every minute from 08:00 to 08:59 every day
          0 9-17 * * *         | every hour from 09:00 to 17:00 every day
          0 0-2,22,23 * * 6    | at 00:00, 01:00, 02:00, 22:00 and 23:00 on Saturdays
          */20 0-2,22,23 * * * | every 20 minutes from 22:00 to 02:40 every day
          */20 9,12-14 * * *   | every 20 minutes in the hours 9 and 12 to 14 every day
          7,9 1,3,5,7 * * *    | at minutes 7 and 9 of the hours 1, 3, 5 and 7 every day
          0 0,1,3,5,7,9,11 * * * | at minute 0 of the hours 0, 1, 3, 5, 7, 9 and 11 every day
          0 0 * * 0            | at 00:00 on Sundays
          0 0 * * SUN,MON,FRI  | at 00:00 on Mondays, Fridays and Sundays
          0 0 * * 5-7          | at 00:00 on Fridays to Sundays
          */30 * * * SAT,SUN   | every 30 minutes on Saturdays and Sundays
          0 3 1 * *            | at 03:00 on the 1st of each month
          0 3 1,15 * *         | at 03:00 on the 1st and 15th of each month
          0 3 1-7,11-13,22 * * | at 03:00 on the 1st to 7th, 11th to 13th and 22nd of each month
          0 3 */2 * *          | at 03:00 on every 2nd day from the 1st to the 31st of each month
          0 3 2-23/7 * *       | at 03:00 on every 7th day from the 2nd to the 23rd of each month
          0 3 * 3-10 *         | at 03:00 every day in March to October
          0 3 29 2 *           | at 03:00 on the 29th of February
          0 3 1 1,7 *          | at 03:00 on the 1st of January and July
          @yearly              | at 00:00 on the 1st of January
          0 3 * 12 MON         | at 03:00 on Mondays in December
          0 3 13 * FRI         | at 03:00 on the 13th of each month and on Fridays
          0 3 13 6 FRI         | at 03:00 on the 13th of June and on Fridays in June
          0 3 1-31 * FRI       | at 03:00 every day
          0 3 */2 * MON        | at 03:00 on every 2nd day from the 1st to the 31st of each month if it is a Monday
          0 3 13 * */5         | at 03:00 on the 13th of each month if it is a Friday or Sunday
          """)
  void expression_inUtc_isSaidInEnglish(String expression, String words) {
    assertThat(CronExpression.unix(expression, ZoneOffset.UTC).describe())
        .isEqualTo(words + ", UTC");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          * * * * * ?             | every second
          */10 * * * * ?          | every 10 seconds
          0/15 * 9-17 ? * MON-FRI | every 15 seconds from 09:00 to 17:59 on Mondays to Fridays
          0 0/5 * * * ?           | every 5 minutes
          30 * * * * ?            | at second 30 of every minute
          10,30 */5 * * * ?       | at seconds 10 and 30 of every 5th minute
          * 0,30 8 * * ?          | every second of minutes 0 and 30 of the hour 8 every day
          30 0 */2 * * ?          | at second 30 of minute 0 of every 2nd hour
          15 30 2 * * ?           | at 02:30:15 every day
          0,30 30 2 * * ?         | at 02:30:00 and 02:30:30 every day
          0 0 3 L * ?             | at 03:00 on the last day of each month
          0 0 3 L 2 ?             | at 03:00 on the last day of February
          0 0 3 L-3 * ?           | at 03:00 on the 3rd day before the last of each month
          0 0 3 LW * ?            | at 03:00 on the last weekday of each month
          0 0 3 L-3W * ?          | at 03:00 on the weekday nearest the 3rd day before the last of each month
          0 0 3 15W 1,7 ?         | at 03:00 on the weekday nearest the 15th of January and July
          0 0 3 1,15,L * ?        | at 03:00 on the 1st and 15th of each month and on the last day of each month
          0 0 3 ? * 6L            | at 03:00 on the last Friday of each month
          0 0 3 ? * 2#1           | at 03:00 on the 1st Monday of each month
          0 0 3 ? 5 SUN#2         | at 03:00 on the 2nd Sunday of May
          0 0 3 ? * L             | at 03:00 on Saturdays
          0 0 3 ? * *             | at 03:00 every day
          0 0 3 1 1 ? 2027        | at 03:00 on the 1st of January, in 2027
          0 0 3 * * ? 2027-2029,2031 | at 03:00 every day, in 2027 to 2029 and 2031
          0 0 * * * ? *           | every hour
          """)
  void quartzExpression_inUtc_isSaidInEnglish(String expression, String words) {
    assertThat(CronExpression.quartz(expression, ZoneOffset.UTC).describe())
        .isEqualTo(words + ", UTC");
  }

  @Test
  void zone_inTheWords_isNamed() {
    CronExpression cron = CronExpression.unix("0 3 * * *", ZoneId.of("America/New_York"));
    assertThat(cron.describe()).isEqualTo("at 03:00 every day, America/New_York time");
    assertThat(CronExpression.unix("0 3 * * *", ZoneId.of("UTC")).describe())
        .isEqualTo("at 03:00 every day, UTC");
  }

  @Test
  void policy_thatIsNotTheDefault_isMentioned() {
    CronExpression daily = CronExpression.unix("0 3 * * *", ZoneOffset.UTC);
    assertThat(daily.inGap(Gap.AT_GAP_END).inOverlap(Overlap.FIRST).describe())
        .isEqualTo("at 03:00 every day, UTC");
    assertThat(daily.inGap(Gap.SKIP).describe())
        .isEqualTo("at 03:00 every day, UTC, skipped when the clock jumps over it");
    assertThat(daily.inOverlap(Overlap.SECOND).describe())
        .isEqualTo("at 03:00 every day, UTC, only the second time when the clock shows it twice");
    assertThat(daily.inOverlap(Overlap.BOTH).describe())
        .isEqualTo("at 03:00 every day, UTC, both times when the clock shows it twice");
    CronExpression rate = CronExpression.unix("* * * * *", ZoneOffset.UTC);
    assertThat(rate.inGap(Gap.AT_GAP_END).inOverlap(Overlap.FIRST).describe())
        .isEqualTo(
            "every minute, UTC, also at the instant when the clock jumps over it,"
                + " only the first time when the clock shows it twice");
  }
}
