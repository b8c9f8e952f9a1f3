package dev.timelapse.testkit.engine;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.apiguardian.api.API;

/** Times as tests write them. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TimeText {

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private TimeText() {}

  /**
   * Reads an instant with its offset, or a local time or date of a zone. A local time that the
   * clock jumps over is moved on by the length of the jump; of one that it shows twice, the first
   * is taken: the rules of {@link java.time.ZonedDateTime#of}.
   */
  public static Instant parse(String text, ZoneId zone) {
    try {
      TemporalAccessor time =
          FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      if (time instanceof OffsetDateTime offset) {
        return offset.toInstant();
      } else if (time instanceof LocalDateTime local) {
        return local.atZone(zone).toInstant();
      }
      return LocalDate.from(time).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is no time: write a local time of the timeline's zone (2026-03-28T02:00), a date (2026-03-28),"
              + " or an instant (2026-03-28T02:00:00Z)",
          e);
    }
  }

  /** Reads a time of day. */
  public static LocalTime timeOfDay(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no time of day: write 02:00", e);
    }
  }

  /** Reads a duration. */
  public static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no duration: write PT5H, or P2DT3H", e);
    }
  }
}
