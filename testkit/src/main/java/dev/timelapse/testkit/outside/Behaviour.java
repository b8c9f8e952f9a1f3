package dev.timelapse.testkit.outside;

import dev.timelapse.scheduler.CalendarTrigger;
import dev.timelapse.scheduler.Trigger;
import dev.timelapse.testkit.engine.TimeText;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.apiguardian.api.API;

/**
 * One behaviour of calls to the outside: see {@link OutsideCalls}. Its own methods say for which
 * calls it holds; several are combined, and all of them must be so. Times are those of the wall
 * clock when a call begins, written in the forms of {@link
 * dev.timelapse.testkit.Timeline#at(String, dev.timelapse.scheduler.Task)}.
 *
 * <p>A behaviour that never came to a call fails the test at its end, unless it {@link
 * #mayBeUnused}: the test does not test what it says. Time without a window is an exception.
 *
 * @param <T> the type of the mock
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Behaviour<T> extends OutsideCalls<T> {

  private final Rule rule;

  Behaviour(MockCalls mock, CallFilter calls, Rule rule) {
    super(mock, calls);
    this.rule = rule;
  }

  /**
   * Holds for calls that begin at an instant or later.
   *
   * @param start the first instant
   * @return this
   * @throws IllegalArgumentException if {@code start} is no time
   */
  public Behaviour<T> from(String start) {
    return from(mock.instant(start));
  }

  /**
   * Holds for calls that begin at an instant or later.
   *
   * @param start the first instant
   * @return this
   */
  public Behaviour<T> from(Instant start) {
    return only(new Window.From(start));
  }

  /**
   * Holds for calls that begin before an instant.
   *
   * @param end the first instant at which it does not hold
   * @return this
   * @throws IllegalArgumentException if {@code end} is no time
   */
  public Behaviour<T> until(String end) {
    return until(mock.instant(end));
  }

  /**
   * Holds for calls that begin before an instant.
   *
   * @param end the first instant at which it does not hold
   * @return this
   */
  public Behaviour<T> until(Instant end) {
    return only(new Window.Until(end));
  }

  /**
   * Holds for calls that begin within a window.
   *
   * @param start the first instant
   * @param end the first instant after the window, later than {@code start}
   * @return this
   * @throws IllegalArgumentException if one of them is no time, or {@code end} is not after {@code
   *     start}
   */
  public Behaviour<T> between(String start, String end) {
    return between(mock.instant(start), mock.instant(end));
  }

  /**
   * Holds for calls that begin within a window.
   *
   * @param start the first instant
   * @param end the first instant after the window, later than {@code start}
   * @return this
   * @throws IllegalArgumentException if {@code end} is not after {@code start}
   */
  public Behaviour<T> between(Instant start, Instant end) {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("the window is empty: from " + start + " until " + end);
    }
    return from(start).until(end);
  }

  /**
   * Holds for calls that begin within a window of each week.
   *
   * @param day the day on which it opens
   * @param time the local time at which it opens, such as {@code 02:00}, in the timeline's zone
   * @param length how long it is open, more than zero
   * @return this
   * @throws IllegalArgumentException if {@code time} is none, or {@code length} is not positive
   */
  public Behaviour<T> every(DayOfWeek day, String time, Duration length) {
    LocalTime local = TimeText.timeOfDay(time);
    ZoneId zone = mock.zone();
    return only(recurring("every " + day + " " + local, Trigger.weekly(day, local, zone), length));
  }

  /**
   * Holds for calls that begin within one of many windows.
   *
   * @param cron when they open: a cron expression of five fields, in the timeline's zone
   * @param length how long each is open, more than zero
   * @return this
   * @throws IllegalArgumentException if {@code cron} is none, or {@code length} is not positive
   */
  public Behaviour<T> every(String cron, Duration length) {
    return only(recurring("every " + cron, Trigger.cron(cron, mock.zone()), length));
  }

  /**
   * Holds for one call.
   *
   * @param number which of the calls it is about, counted from now on, from 1; other windows do not
   *     change the count
   * @return this
   * @throws IllegalArgumentException if {@code number} is less than 1
   */
  public Behaviour<T> onCall(long number) {
    return onCalls(number, number);
  }

  /**
   * Holds for some calls in a row.
   *
   * @param first the first, counted as for {@link #onCall}
   * @param last the last
   * @return this
   * @throws IllegalArgumentException if {@code first} is less than 1 or greater than {@code last}
   */
  public Behaviour<T> onCalls(long first, long last) {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException(
          "calls are counted from 1, and the last is not before the first: onCalls("
              + first
              + ", "
              + last
              + ")");
    }
    return only(new Window.Calls(first, last));
  }

  /**
   * Holds for a share of the calls, each drawn from the timeline's choices; the dull choice is that
   * it does not hold.
   *
   * @param probability more than 0, at most 1
   * @return this
   * @throws IllegalArgumentException if {@code probability} is not in that range
   */
  public Behaviour<T> withProbability(double probability) {
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "a probability is more than 0 and at most 1, not " + probability);
    }
    rule.setProbability(probability);
    return this;
  }

  /**
   * Lets it pass that it comes to no call at all.
   *
   * @return this
   */
  public Behaviour<T> mayBeUnused() {
    rule.allowUnused();
    return this;
  }

  private Behaviour<T> only(Window window) {
    rule.add(window);
    return this;
  }

  private static Window recurring(String words, CalendarTrigger starts, Duration length) {
    if (length.isNegative() || length.isZero()) {
      throw new IllegalArgumentException(
          "a window must be open for more than no time, but its length is " + length);
    }
    return new Window.Recurring(words + " for " + length, starts, length);
  }
}
