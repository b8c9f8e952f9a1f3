package dev.timelapse.scheduler.cron;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * A calendar time that comes again and again, such as "at 03:00 every day, New York time", written
 * as a cron expression of a stated {@link Dialect} in a stated zone.
 *
 * <p>An expression whose hour and minute are both fixed, by values, lists or ranges, is a <em>daily
 * time</em>. One with a wildcard there ({@code *}, <code>*&#47;15</code>, or every value spelled
 * out) is a <em>rate</em>. Where the clock of the zone is set forward or back they differ, unless
 * {@link #inGap(Gap)} and {@link #inOverlap(Overlap)} say otherwise:
 *
 * <ul>
 *   <li>A daily time fires once on each matching date. If the clock jumps over it, it fires at the
 *       instant of the jump ({@link Gap#AT_GAP_END}); several times in one gap come to one firing.
 *       If the clock shows it twice, the first counts ({@link Overlap#FIRST}).
 *   <li>A rate follows elapsed time: it goes on through both passes of an overlap ({@link
 *       Overlap#BOTH}), and nothing is made up for a gap ({@link Gap#SKIP}).
 * </ul>
 *
 * <p>The rules of the zone are those of its {@link ZoneId#getRules()} when the expression is made.
 * Firings lie in the years 1 to 9999 of the zone's calendar.
 *
 * <p>Expressions are immutable and may be shared by threads.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class CronExpression {

  private final Dialect dialect;
  private final Parsed parsed;
  private final ZoneId zone;
  private final ZonedTimes times;

  private CronExpression(Dialect dialect, Parsed parsed, ZoneId zone, ZonedTimes times) {
    this.dialect = dialect;
    this.parsed = parsed;
    this.zone = zone;
    this.times = times;
  }

  /**
   * Reads an expression of the unix dialect: minute, hour, day-of-month, month, day-of-week, as in
   * Vixie cron and its descendants.
   *
   * <p>A field is a list of items separated by commas: {@code *}, a value, or a range such as
   * {@code 9-17}; {@code *} and ranges can have a step, <code>*&#47;15</code>. Months and weekdays
   * have names of three letters in any case; weekdays are 0 to 7, both of which are Sunday. A range
   * that would run through the end of its field ({@code 22-2}) is refused, except that a week may
   * end on Sunday ({@code FRI-SUN}). If neither day-of-month nor day-of-week starts with {@code *},
   * a date that matches one of them will do; otherwise it must match both. The nicknames
   * {@code @hourly}, {@code @daily}, {@code @midnight}, {@code @weekly}, {@code @monthly},
   * {@code @yearly} and {@code @annually} are known.
   *
   * @param expression the five fields, or a nickname
   * @param zone the zone on whose clock they are read
   * @return the expression
   * @throws CronSyntaxException if the text is not such an expression, or no date can match it
   */
  public static CronExpression unix(String expression, ZoneId zone) {
    return of(Dialect.UNIX, UnixParser.parse(requireNonNull(expression, "expression")), zone);
  }

  /**
   * Reads an expression of the quartz dialect: second, minute, hour, day-of-month, month,
   * day-of-week and perhaps year, as in Quartz.
   *
   * <p>Lists, ranges, steps and names are as in the unix dialect, but weekdays are 1 for Sunday to
   * 7 for Saturday, a step without an end runs to the end of its field ({@code 5/15}), and a range
   * may run through the end of its field ({@code 22-2}, {@code FRI-MON}). A step without an end is
   * a wildcard, and a wildcard in the second makes a rate, too. One of day-of-month and day-of-week
   * must be {@code ?}. Beyond values and ranges, also in lists,
   *
   * <ul>
   *   <li>day-of-month takes {@code L} for the last day of the month, {@code L-3} for the third
   *       before it, {@code 15W} for the day from Monday to Friday that is nearest the 15th in the
   *       same month, and {@code LW} and {@code L-3W} for the like of those;
   *   <li>day-of-week takes {@code 6L} or {@code FRIL} for the last Friday of the month, and {@code
   *       6#3} or {@code FRI#3} for the third; {@code L} alone is Saturday.
   * </ul>
   *
   * <p>A month that lacks such a day, for example a 31st or a fifth Friday, is left out. Years are
   * 1970 to 2099; without the field, or with {@code *} in it, they are not limited.
   *
   * @param expression the six or seven fields
   * @param zone the zone on whose clock they are read
   * @return the expression
   * @throws CronSyntaxException if the text is not such an expression, or no date can match it
   */
  public static CronExpression quartz(String expression, ZoneId zone) {
    return of(Dialect.QUARTZ, QuartzParser.parse(requireNonNull(expression, "expression")), zone);
  }

  private static CronExpression of(Dialect dialect, Parsed parsed, ZoneId zone) {
    Spans spans = new Spans(requireNonNull(zone, "zone").getRules());
    ZonedTimes times =
        new ZonedTimes(parsed.times(), spans, defaultGap(parsed), defaultOverlap(parsed));
    return new CronExpression(dialect, parsed, zone, times);
  }

  /**
   * Returns a copy with another rule for times that the clock jumps over.
   *
   * @param gap what becomes of them
   * @return the copy
   */
  public CronExpression inGap(Gap gap) {
    requireNonNull(gap, "gap");
    return with(new ZonedTimes(times.times(), times.spans(), gap, times.overlap()));
  }

  /**
   * Returns a copy with another rule for times that the clock shows twice.
   *
   * @param overlap which of the two passes count
   * @return the copy
   */
  public CronExpression inOverlap(Overlap overlap) {
    requireNonNull(overlap, "overlap");
    return with(new ZonedTimes(times.times(), times.spans(), times.gap(), overlap));
  }

  private CronExpression with(ZonedTimes changed) {
    return new CronExpression(dialect, parsed, zone, changed);
  }

  /**
   * Returns the first firing strictly after an instant.
   *
   * @param after any instant, {@link Instant#MIN} and {@link Instant#MAX} included
   * @return the firing, on a whole second of the zone's clock, or null if there is none
   */
  public @Nullable Instant next(Instant after) {
    // A firing is on a whole second, so one after 12:00:00.5 is not before 12:00:01.
    return instant(times.atLeast(after.getEpochSecond() + 1));
  }

  /**
   * Returns the last firing strictly before an instant.
   *
   * @param before any instant, {@link Instant#MIN} and {@link Instant#MAX} included
   * @return the firing, on a whole second of the zone's clock, or null if there is none
   */
  public @Nullable Instant previous(Instant before) {
    long second = before.getEpochSecond();
    return instant(times.atMost(before.getNano() == 0 ? second - 1 : second));
  }

  /**
   * Returns how many firings there are after an instant and not after another, without going
   * through them one by one.
   *
   * @param after the instant strictly after which to count
   * @param until the instant up to which to count, itself included
   * @return the number of firings, 0 if {@code until} is not after {@code after}
   */
  public long count(Instant after, Instant until) {
    return times.count(after.getEpochSecond() + 1, until.getEpochSecond() + 1);
  }

  private static @Nullable Instant instant(long second) {
    return second == ZonedTimes.NONE ? null : Instant.ofEpochSecond(second);
  }

  /** {@return the dialect in which the expression is written} */
  public Dialect dialect() {
    return dialect;
  }

  /** {@return the zone on whose clock the expression is read} */
  public ZoneId zone() {
    return zone;
  }

  /**
   * Returns whether the expression is a rate rather than a daily time.
   *
   * @return true if there is a wildcard in its hour, its minute or, in the quartz dialect, its
   *     second
   */
  public boolean isRate() {
    return parsed.rate();
  }

  /**
   * Returns the expression in English with its zone, for example "at 03:00 every day,
   * America/New_York time". Rules for gaps and overlaps are mentioned if they are not the default.
   *
   * @return the words
   */
  public String describe() {
    String place = zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId() + " time";
    return parsed.words() + ", " + place + gapWords() + overlapWords();
  }

  private String gapWords() {
    if (times.gap() == defaultGap(parsed)) {
      return "";
    }
    return switch (times.gap()) {
      case SKIP -> ", skipped when the clock jumps over it";
      case AT_GAP_END -> ", also at the instant when the clock jumps over it";
    };
  }

  private String overlapWords() {
    if (times.overlap() == defaultOverlap(parsed)) {
      return "";
    }
    return switch (times.overlap()) {
      case FIRST -> ", only the first time when the clock shows it twice";
      case SECOND -> ", only the second time when the clock shows it twice";
      case BOTH -> ", both times when the clock shows it twice";
    };
  }

  private static Gap defaultGap(Parsed parsed) {
    return parsed.rate() ? Gap.SKIP : Gap.AT_GAP_END;
  }

  private static Overlap defaultOverlap(Parsed parsed) {
    return parsed.rate() ? Overlap.BOTH : Overlap.FIRST;
  }

  /**
   * Compares by dialect, text, zone and the rules for gaps and overlaps. Blanks and the case of
   * letters in the text do not count; two ways to write the same times are different.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CronExpression that
        && dialect == that.dialect
        && parsed.text().equals(that.parsed.text())
        && zone.equals(that.zone)
        && times.gap() == that.times.gap()
        && times.overlap() == that.times.overlap();
  }

  @Override
  public int hashCode() {
    return Objects.hash(parsed.text(), zone);
  }

  /**
   * Returns the expression without its zone, in capital letters and with single blanks, in a form
   * that its dialect reads back.
   */
  @Override
  public String toString() {
    return parsed.text();
  }
}
