package dev.timelapse.testkit;

import dev.timelapse.testkit.choice.Choices;
import dev.timelapse.testkit.engine.Limits;
import dev.timelapse.testkit.engine.TimeText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** How the timeline of one test starts, and what may be left behind on it. */
record TimelineSettings(
    Instant start, ZoneId zone, long seed, Limits limits, Set<Leftover> allowed) {

  static final String START = "start";
  static final String ZONE = "zone";
  static final String SEED = "seed";
  static final String HORIZON = "horizon";
  static final String EVENT_LIMIT = "eventLimit";

  private static final Said DEFAULTS =
      new Said(
          "the default",
          Map.of(
              START,
              Timeline.DEFAULT_START,
              ZONE,
              "Z",
              SEED,
              Long.toString(Choices.DEFAULT_SEED),
              HORIZON,
              Limits.DEFAULT.horizon().toString(),
              EVENT_LIMIT,
              Long.toString(Limits.DEFAULT.events())),
          List.of());

  /** Settles what several places say, the nearest first. */
  static TimelineSettings of(List<Said> places) {
    ZoneId zone = first(places, ZONE, TimelineSettings::zone);
    Instant start = first(places, START, text -> TimeText.parse(text, zone));
    long seed = first(places, SEED, TimelineSettings::number);
    Limits limits =
        first(places, HORIZON, text -> Limits.DEFAULT.withHorizon(TimeText.duration(text)))
            .withEvents(
                first(
                    places, EVENT_LIMIT, text -> Limits.DEFAULT.withEvents(number(text)).events()));
    Set<Leftover> allowed = EnumSet.noneOf(Leftover.class);
    places.forEach(said -> allowed.addAll(said.allow()));
    return new TimelineSettings(start, zone, seed, limits, allowed);
  }

  private static <T> T first(List<Said> places, String attribute, Function<String, T> parse) {
    Said place =
        places.stream()
            .filter(said -> said.attributes().containsKey(attribute))
            .findFirst()
            .orElse(DEFAULTS);
    String text = String.valueOf(place.attributes().get(attribute));
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(
          place.where() + " says " + attribute + " = \"" + text + "\": " + e.getMessage(), e);
    }
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "there is no such zone; write an id such as Europe/Berlin", e);
    }
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("that is no number; write one such as 1000000", e);
    }
  }

  /**
   * What one place says.
   *
   * @param where the place, in words
   * @param attributes those it says something of, and what
   * @param allow what it allows to be left behind
   */
  record Said(String where, Map<String, String> attributes, List<Leftover> allow) {}
}
