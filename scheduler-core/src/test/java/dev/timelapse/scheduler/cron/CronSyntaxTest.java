package dev.timelapse.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.ZoneOffset;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about a text that is not a cron expression. */
class CronSyntaxTest {

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          61 * * * *        |  1 | the minute field takes 0 to 59, not "61"
          * 24 * * *        |  3 | the hour field takes 0 to 23, not "24"
          * * 0 * *         |  5 | the day-of-month field takes 1 to 31, not "0"
          * * * 13 *        |  7 | the month field takes 1 to 12 or JAN to DEC, not "13"
          * * * * 8         |  9 | the day-of-week field takes 0 to 7 (0 and 7 are Sunday) or SUN to SAT, not "8"
          0 0 * * MON,FRU   | 13 | or SUN to SAT, not "FRU"
          * * * * MONDAY    |  9 | names have three letters
          * * * MON *       |  7 | or JAN to DEC, not "MON"
          5-x * * * *       |  3 | the minute field takes 0 to 59, not "x"
          1-5-9 * * * *     |  3 | the minute field takes 0 to 59, not "5-9"
          99999 * * * *     |  1 | the minute field takes 0 to 59, not "99999"
          +5 * * * *        |  1 | the minute field takes 0 to 59, not "+5"
          1,,2 * * * *      |  3 | the list in the minute field has an empty item
          1, * * * *        |  3 | the list in the minute field has an empty item
          -5 * * * *        |  1 | a value is missing; the minute field takes 0 to 59
          5- * * * *        |  1 | a value is missing; the minute field takes 0 to 59
          5/15 * * * *      |  1 | a step needs a range in the unix dialect; write 5-59/15
          */0 * * * *       |  1 | the step is "0", allowed in the minute field are 1 to 60
          */90 * * * *      |  1 | the step is "90", allowed in the minute field are 1 to 60
          */ * * * *        |  1 | the step is missing, allowed in the minute field are 1 to 60
          */x * * * *       |  1 | the step is "x"
          0 22-2 * * *      |  3 | is written in two parts, here 22-23,0-2
          0 21-4/2 * * *    |  3 | is written in two parts, here 21-23/2,1-4/2
          0 20-2/6 * * *    |  3 | is written in two parts, here 20-23/6,2-2/6
          0 20-1/6 * * *    |  3 | is written in two parts, here 20-23/6
          * * * NOV-FEB *   |  7 | is written in two parts, here 11-12,1-2
          * * * * SAT-MON   |  9 | is written in two parts, here 6-6,0-1
          * * * * 7-2/2     |  9 | here 0-2/2
          0 0 ? * MON       |  5 | ?, L, W and # belong to the quartz dialect
          0 0 L * *         |  5 | ?, L, W and # belong to the quartz dialect
          0 0 15W * *       |  5 | ?, L, W and # belong to the quartz dialect
          0 0 * * 6#3       |  9 | ?, L, W and # belong to the quartz dialect
          0~30 * * * *      |  1 | random values are not supported, so that runs can be repeated
          H * * * *         |  1 | random values are not supported
          0 3 * *           |  8 | the unix dialect has five fields (minute, hour, day-of-month, month, day-of-week), of which only 4 are given
          ''                |  1 | of which none is given
          0 0 3 * * *       | 11 | here is a sixth; a seconds field belongs to the quartz dialect
          0 3 * * * backup  | 11 | here is a sixth
          @reboot           |  1 | @reboot is not a time; schedule the job once, at the start, instead
          @fortnightly      |  1 | unknown nickname; there are @hourly, @daily
          0 0 30 2 *        |  5 | no date has the day-of-month "30" in the month "2"
          0 0 31 4,6,9,11 * |  5 | no date has the day-of-month "31" in the month "4,6,9,11"
          0 0 30,31 feb */2 |  5 | no date has the day-of-month "30,31" in the month "feb"
          """)
  void text_thatIsNoUnixExpression_isRefusedWithPlaceAndRemedy(
      String text, int column, String problem) {
    assertThatExceptionOfType(CronSyntaxException.class)
        .isThrownBy(() -> CronExpression.unix(text, ZoneOffset.UTC))
        .withMessageStartingWith("Not a unix cron expression, column " + column + ": ")
        .withMessageContaining(problem)
        .asInstanceOf(InstanceOfAssertFactories.type(CronSyntaxException.class))
        .satisfies(error -> assertThat(error.expression()).isEqualTo(text))
        .satisfies(error -> assertThat(error.column()).isEqualTo(column));
  }

  @Test
  void error_inItsMessage_showsThePlace() {
    assertThatExceptionOfType(CronSyntaxException.class)
        .isThrownBy(() -> CronExpression.unix("0 3\t* * MON,FRU", ZoneOffset.UTC))
        .withMessage(
            """
            Not a unix cron expression, column 13: the day-of-week field takes 0 to 7 (0 and 7 \
            are Sunday) or SUN to SAT, not "FRU"
                0 3 * * MON,FRU
                            ^^^""");
  }

  @Test
  void nothing_insteadOfAnArgument_isRefused() {
    assertThatNullPointerException()
        .isThrownBy(() -> CronExpression.unix(null, ZoneOffset.UTC))
        .withMessage("expression");
    assertThatNullPointerException()
        .isThrownBy(() -> CronExpression.unix("* * * * *", null))
        .withMessage("zone");
  }
}
