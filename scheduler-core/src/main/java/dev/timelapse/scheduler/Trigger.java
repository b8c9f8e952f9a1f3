package dev.timelapse.scheduler;

import dev.timelapse.scheduler.cron.CalendarTimes;
import dev.timelapse.scheduler.cron.CronExpression;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * When a job fires. Rates and delays are elapsed time and do not notice when the wall clock is
 * stepped; a {@link CalendarTrigger} is wall time and is computed afresh then.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Trigger permits FixedRate, FixedDelay, Once, CalendarTrigger {

  /**
   * Fires at a fixed rate of elapsed time, the first time one period after the job was added. A
   * firing's due time is always a whole number of periods after the first one, however long the
   * task takes.
   *
   * @param period the period, at least one nanosecond
   * @return the trigger; {@link FixedRate#startingAfter} changes the first firing
   * @throws IllegalArgumentException if {@code period} is zero or negative
   */
  static FixedRate every(Duration period) {
    return new FixedRate(period, period);
  }

  /**
   * Fires a fixed delay of elapsed time after the end of the firing before, the first time one
   * delay after the job was added.
   *
   * @param delay the delay, at least one nanosecond
   * @return the trigger; {@link FixedDelay#startingAfter} changes the first firing
   * @throws IllegalArgumentException if {@code delay} is zero or negative
   */
  static FixedDelay withDelay(Duration delay) {
    return new FixedDelay(delay, delay);
  }

  /**
   * Fires by a five-field cron expression of the {@code unix} dialect, with the defaults of {@link
   * CronExpression} at the changes of the clock.
   *
   * @param expression minute, hour, day of month, month, day of week
   * @param zone the zone in whose local time the expression is read
   * @return the trigger
   * @throws IllegalArgumentException if {@code expression} is not one; the message names the field
   *     and the remedy
   */
  static CalendarTrigger cron(String expression, ZoneId zone) {
    return cron(CronExpression.unix(expression, zone));
  }

  /**
   * Fires by a cron expression.
   *
   * @param expression the expression, with its zone and its policies for the changes of the clock
   * @return the trigger
   */
  static CalendarTrigger cron(CronExpression expression) {
    return new CronTrigger(Objects.requireNonNull(expression, "expression"));
  }

  /**
   * Fires at a time of every day, exactly once on each date.
   *
   * @param time the time of day, in whole seconds
   * @param zone the zone on whose clock it is read
   * @return the trigger
   * @throws IllegalArgumentException if the time has a fraction of a second
   */
  static CalendarTrigger daily(LocalTime time, ZoneId zone) {
    return cron(CalendarTimes.daily(time, zone));
  }

  /**
   * Fires at a time of one day of each week. {@link CalendarTimes} has several days.
   *
   * @param day the day of the week
   * @param time the time of day, in whole seconds
   * @param zone the zone on whose clock it is read
   * @return the trigger
   * @throws IllegalArgumentException if the time has a fraction of a second
   */
  static CalendarTrigger weekly(DayOfWeek day, LocalTime time, ZoneId zone) {
    return cron(CalendarTimes.weekly(day, time, zone));
  }

  /**
   * Fires at a time of one day of each month. {@link CalendarTimes} has the last day.
   *
   * @param day the day of the month, 1 to 28
   * @param time the time of day, in whole seconds
   * @param zone the zone on whose clock it is read
   * @return the trigger
   * @throws IllegalArgumentException if the day is not 1 to 28, or the time has a fraction of a
   *     second
   */
  static CalendarTrigger monthly(int day, LocalTime time, ZoneId zone) {
    return cron(CalendarTimes.monthly(day, time, zone));
  }

  /**
   * Fires once, a delay of elapsed time after the job was added.
   *
   * @param delay the delay; zero or negative is due at once
   * @return the trigger
   */
  static Trigger after(Duration delay) {
    return new Once(Objects.requireNonNull(delay, "delay"), null);
  }

  /**
   * Fires once, at an instant of the wall clock.
   *
   * @param instant the instant; a past one is due at once
   * @return the trigger
   */
  static Trigger at(Instant instant) {
    return new Once(null, Objects.requireNonNull(instant, "instant"));
  }

  /**
   * Returns in words when this fires, for reports, such as "every 30s" or "at 03:00 every day,
   * Europe/Berlin time".
   *
   * @return the words; the same as {@code toString} unless overridden
   */
  default String describe() {
    return toString();
  }
}
