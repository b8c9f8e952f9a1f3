package dev.timelapse.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.ZoneOffset;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about a text that is not an expression of the quartz dialect. */
class QuartzSyntaxTest {

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          60 * * * * ?       |  1 | the second field takes 0 to 59, not "60"
          0 0 24 * * ?       |  5 | the hour field takes 0 to 23, not "24"
          0 0 0 32 * ?       |  7 | the day-of-month field takes 1 to 31, not "32"
          0 0 0 ? * 0        | 11 | the day-of-week field takes 1 to 7 (1 is Sunday) or SUN to SAT, not "0"
          0 0 0 ? * 8        | 11 | the day-of-week field takes 1 to 7 (1 is Sunday) or SUN to SAT, not "8"
          0 0 0 * ? *        |  9 | ? stands in for the whole day-of-month or day-of-week
          0 0 ? * * ?        |  5 | ? stands in for the whole day-of-month or day-of-week
          0 0 0 1,? * ?      |  9 | ? stands in for the whole day-of-month or day-of-week
          0 0 0 * * *        | 11 | exactly one of day-of-month and day-of-week must be ?, and here neither is
          0 0 0 ? * ?        | 11 | exactly one of day-of-month and day-of-week must be ?, and here each is
          0 0 0 32W * ?      |  7 | the day-of-month field takes 1 to 31, not "32"
          0 0 0 W * ?        |  7 | a value is missing; the day-of-month field takes 1 to 31
          0 0 0 1-15W * ?    |  7 | the day-of-month field takes 1 to 31, not "1-15"
          0 0 0 L-31 * ?     |  7 | a day before the last of the month is written L-1 to L-30
          0 0 0 L3 * ?       |  7 | a day before the last of the month is written L-1 to L-30
          0 0 0 ? * 8L       | 11 | the day-of-week field takes 1 to 7
          0 0 0 ? * 6#6      | 11 | behind # stands which one of the month is meant, 1 to 5
          0 0 0 ? * 6#       | 11 | behind # stands which one of the month is meant, 1 to 5
          0 0 0 ? * #3       | 11 | a value is missing; the day-of-week field takes 1 to 7
          0 0 0 ? * MONDAY   | 11 | names have three letters
          0 0/61 0 * * ?     |  3 | the step is "61", allowed in the minute field are 1 to 60
          0 0 0 1 1 ? 1969   | 13 | the year field takes 1970 to 2099, not "1969"
          0 0 0 1 1 ? 2100   | 13 | the year field takes 1970 to 2099, not "2100"
          0 0 0 1 1 ? 2030-2027 | 13 | the range of years ends before it begins
          0 3 * * *          | 10 | here it ends after 5; five fields without a second belong to the unix dialect
          0 3 *              |  6 | and here it ends after 3
          0 0 3 * * ? * *    | 15 | and here is an eighth
          @daily             |  1 | nicknames belong to the unix dialect
          0 0 0 30 2 ?       |  7 | no date has the day-of-month "30" in the month "2"
          0 0 0 31W 4,6 ?    |  7 | no date has the day-of-month "31W" in the month "4,6"
          0 0 0 L-30 FEB ?   |  7 | no date has the day-of-month "L-30" in the month "FEB"
          0 0 0 29 2 ? 2027  |  7 | no date has the day-of-month "29" in the month "2" of the year "2027"
          0 0 0 ? 2 FRI#5 2027 | 11 | no date has the day-of-week "FRI#5" in the month "2" of the year "2027"
          """)
  void text_thatIsNoQuartzExpression_isRefusedWithPlaceAndRemedy(
      String text, int column, String problem) {
    assertThatExceptionOfType(CronSyntaxException.class)
        .isThrownBy(() -> CronExpression.quartz(text, ZoneOffset.UTC))
        .withMessageStartingWith("Not a quartz cron expression, column " + column + ": ")
        .withMessageContaining(problem)
        .asInstanceOf(InstanceOfAssertFactories.type(CronSyntaxException.class))
        .satisfies(error -> assertThat(error.column()).isEqualTo(column));
  }
}
