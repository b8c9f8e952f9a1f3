package dev.timelapse.samples.replay.history;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * Reads local times such as {@code 9/6/2005 14:50}. One that a clock change skips is read as if the
 * clock had not been changed yet, so it is later by the gap. Of one that comes twice, a start is
 * the first and an end the second: no outage is shortened by the doubt.
 */
final class LocalTimes {

  static final String PATTERN = "M/d/uuuu H:mm";

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern(PATTERN, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private final ZoneId zone;

  LocalTimes(ZoneId zone) {
    this.zone = zone;
  }

  Instant start(String text) {
    return parse(text).withEarlierOffsetAtOverlap().toInstant();
  }

  Instant end(String text) {
    return parse(text).withLaterOffsetAtOverlap().toInstant();
  }

  private ZonedDateTime parse(String text) {
    return LocalDateTime.parse(text, FORMAT).atZone(zone);
  }
}
