package dev.timelapse.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTimesTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalTime TIME = LocalTime.of(2, 30);

  @Test
  void daily_overBothChanges_firesOnceOnEachDate() {
    CronExpression daily = CalendarTimes.daily(TIME, NEW_YORK);
    assertThat(daily).hasToString("0 30 2 * * ?");
    assertThat(daily.describe()).isEqualTo("at 02:30 every day, America/New_York time");
    assertThat(
            Firings.forward(
                daily,
                Instant.parse("2026-01-01T05:00:00Z"),
                Instant.parse("2027-01-01T04:59:59Z")))
        .hasSize(365)
        .contains(Instant.parse("2026-03-08T07:00:00Z"));
  }

  @Test
  void daily_withSeconds_firesOnTheSecond() {
    CronExpression daily = CalendarTimes.daily(LocalTime.of(23, 59, 58), ZoneOffset.UTC);
    assertThat(daily).isEqualTo(CronExpression.quartz("58 59 23 * * ?", ZoneOffset.UTC));
    assertThat(daily.describe()).isEqualTo("at 23:59:58 every day, UTC");
  }

  @Test
  void weekly_onSomeDays_isWrittenFromMondayOn() {
    assertThat(CalendarTimes.weekly(DayOfWeek.SUNDAY, TIME, NEW_YORK))
        .hasToString("0 30 2 ? * SUN");
    assertThat(
            CalendarTimes.weekly(
                Set.of(DayOfWeek.SUNDAY, DayOfWeek.THURSDAY, DayOfWeek.TUESDAY), TIME, NEW_YORK))
        .hasToString("0 30 2 ? * TUE,THU,SUN");
    assertThat(CalendarTimes.weekly(EnumSet.allOf(DayOfWeek.class), TIME, NEW_YORK).describe())
        .isEqualTo("at 02:30 every day, America/New_York time");
  }

  @Test
  void weekly_onNoDay_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CalendarTimes.weekly(Set.of(), TIME, NEW_YORK))
        .withMessage("A weekly time needs at least one day of the week");
  }

  @Test
  void monthly_onADayThatEveryMonthHas_firesTwelveTimesAYear() {
    CronExpression monthly = CalendarTimes.monthly(28, TIME, NEW_YORK);
    assertThat(monthly).hasToString("0 30 2 28 * ?");
    assertThat(
            Firings.forward(
                monthly,
                Instant.parse("2026-01-01T05:00:00Z"),
                Instant.parse("2027-01-01T05:00:00Z")))
        .hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 29, 30, 31, 32})
  void monthly_onAnotherDay_isRefusedWithTheAlternatives(int day) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CalendarTimes.monthly(day, TIME, NEW_YORK))
        .withMessageContaining("not " + day + ".")
        .withMessageContaining("monthlyOnLastDay")
        .withMessageContaining("\"0 0 3 31 * ?\"");
  }

  @Test
  void monthlyOnLastDay_inFebruary_isTheTwentyEighthOrNinth() {
    CronExpression monthly = CalendarTimes.monthlyOnLastDay(TIME, ZoneOffset.UTC);
    assertThat(monthly).hasToString("0 30 2 L * ?");
    assertThat(monthly.next(Instant.parse("2027-02-01T00:00:00Z")))
        .isEqualTo("2027-02-28T02:30:00Z");
    assertThat(monthly.next(Instant.parse("2028-02-01T00:00:00Z")))
        .isEqualTo("2028-02-29T02:30:00Z");
  }

  @Test
  void fractionOfASecond_inATime_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CalendarTimes.daily(LocalTime.of(1, 2, 3, 500_000_000), NEW_YORK))
        .withMessage(
            "A calendar time is in whole seconds, not 01:02:03.500. Truncate it to seconds");
  }
}
