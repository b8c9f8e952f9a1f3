package dev.timelapse.scheduler.cron;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Makes the expressions of common calendar times without writing cron. The result is an expression
 * of the quartz dialect and a daily time in the sense of {@link CronExpression}: where the clock of
 * the zone is changed, it still fires once on each matching date.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class CalendarTimes {

  private static final int SHORTEST_MONTH = 28;

  private CalendarTimes() {}

  /**
   * Makes a time of every day.
   *
   * @param time the time of day, in whole seconds
   * @param zone the zone on whose clock it is read
   * @return the expression, for example {@code 0 0 3 * * ?}
   * @throws IllegalArgumentException if the time has a fraction of a second
   */
  public static CronExpression daily(LocalTime time, ZoneId zone) {
    return CronExpression.quartz(clock(time) + " * * ?", zone);
  }

  /**
   * Makes a time of one day of each week.
   *
   * @param day the day of the week
   * @param time the time of day, in whole seconds
   * @param zone the zone on whose clock it is read
   * @return the expression, for example {@code 0 0 3 ? * MON}
   * @throws IllegalArgumentException if the time has a fraction of a second
   */
  public static CronExpression weekly(DayOfWeek day, LocalTime time, ZoneId zone) {
    return weekly(Set.of(day), time, zone);
  }

  /**
   * Makes a time of some days of each week.
   *
   * @param days the days of the week
   * @param time the time of day, in whole seconds
   * @param zone the zone on whose clock it is read
   * @return the expression, for example {@code 0 0 3 ? * MON,FRI}
   * @throws IllegalArgumentException if there are no days, or the time has a fraction of a second
   */
  public static CronExpression weekly(Set<DayOfWeek> days, LocalTime time, ZoneId zone) {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("A weekly time needs at least one day of the week");
    }
    String names = days.stream().sorted().map(CalendarTimes::name).collect(Collectors.joining(","));
    return CronExpression.quartz(clock(time) + " ? * " + names, zone);
  }

  /**
   * Makes a time of one day of each month. The days 29 to 31 are refused, since not every month has
   * them: {@link #monthlyOnLastDay} is the last day of each, and the quartz expression {@code 0 0 3
   * 31 * ?} leaves the shorter months out.
   *
   * @param day the day of the month, 1 to 28
   * @param time the time of day, in whole seconds
   * @param zone the zone on whose clock it is read
   * @return the expression, for example {@code 0 0 3 15 * ?}
   * @throws IllegalArgumentException if the day is not 1 to 28, or the time has a fraction of a
   *     second
   */
  public static CronExpression monthly(int day, LocalTime time, ZoneId zone) {
    if (day < 1 || day > SHORTEST_MONTH) {
      throw new IllegalArgumentException(
          "The day of a monthly time is 1 to 28, which every month has, not "
              + day
              + ". For the last day of each month use monthlyOnLastDay; to leave out the months"
              + " that lack a day use a quartz expression such as \"0 0 3 31 * ?\"");
    }
    return CronExpression.quartz(clock(time) + " " + day + " * ?", zone);
  }

  /**
   * Makes a time of the last day of each month, the 28th to the 31st.
   *
   * @param time the time of day, in whole seconds
   * @param zone the zone on whose clock it is read
   * @return the expression, for example {@code 0 0 3 L * ?}
   * @throws IllegalArgumentException if the time has a fraction of a second
   */
  public static CronExpression monthlyOnLastDay(LocalTime time, ZoneId zone) {
    return CronExpression.quartz(clock(time) + " L * ?", zone);
  }

  /** Returns second, minute and hour as their fields. */
  private static String clock(LocalTime time) {
    if (time.getNano() != 0) {
      throw new IllegalArgumentException(
          "A calendar time is in whole seconds, not " + time + ". Truncate it to seconds");
    }
    return time.getSecond() + " " + time.getMinute() + " " + time.getHour();
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toUpperCase(Locale.ROOT);
  }
}
