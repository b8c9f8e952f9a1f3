package dev.timelapse.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds expressions, down to their seconds, against the naive model in every zone that the JDK
 * knows: around the changes of the clock and on days between. {@link TenYearsSweepTest} leaves out
 * no minute of ten years.
 */
class AllZonesTest {

  private static final Instant START = Instant.parse("2019-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2029-01-01T00:00:00Z");

  /** Before the first change of any zone's clock, in 1844. */
  private static final Instant HISTORY = Instant.parse("1840-01-01T00:00:00Z");

  private static final Instant FUTURE = Instant.parse("2060-01-01T00:00:00Z");

  private static final Map<ZoneOffsetTransition, ZoneId> TEN_YEARS =
      ZoneSamples.distinctTransitions(START, END);
  private static final Map<ZoneOffsetTransition, ZoneId> TWO_CENTURIES =
      ZoneSamples.distinctTransitions(HISTORY, FUTURE);

  static Stream<Sample> samples() {
    return Stream.of(
        Sample.daily("30 2 * * *"),
        Sample.daily("0 0 * * *"),
        Sample.daily("15 0 * * *"),
        Sample.daily("0,30 1,2 * * *"),
        Sample.daily("59 23 * * *"),
        Sample.daily("20-40 0-3 * * *"),
        Sample.daily("30 1 * 3-4,9-11 SUN"),
        Sample.daily("0 2 1,15 * FRI"),
        Sample.daily("45 0,1,23 */2 * SAT,SUN,MON"),
        Sample.rate("* * * * *"),
        Sample.rate("*/15 * * * *"),
        Sample.rate("7 * * * *"),
        Sample.rate("0 */2 * * *"),
        Sample.rate("*/20 0-2,23 * * *"),
        Sample.daily("20 30 2 * * ?"),
        Sample.daily("0 0 22-3 ? * SAT-MON"),
        Sample.daily("30 0,59 0-2 L,LW,15W * ?"),
        Sample.daily("59 59 1 ? * SUNL,1#1,1#2,7#4 2020-2027"),
        Sample.rate("0/20 30 1-3 * * ?"),
        Sample.rate("5 0/30 * * * ?"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyChangeOfTenYears_inAllZones_isAsTheModelHasIt(Sample sample) {
    compareAroundChanges(sample, TEN_YEARS, Duration.ofHours(14));
  }

  /** Fewer, for there are thousands of changes. */
  static Stream<Sample> samplesForHistory() {
    return Stream.of(
        Sample.daily("30 2 * * *"),
        Sample.daily("0,30 0 1-7,15 * FRI"),
        Sample.daily("20-40 0-3,23 * * *"),
        Sample.daily("30 0,30 12,22-1 ? * SAT-MON"),
        Sample.rate("*/15 * * * *"),
        Sample.rate("5 0/30 1-3 * * ?"));
  }

  @ParameterizedTest
  @MethodSource("samplesForHistory")
  void everyChangeOfTwoCenturies_inAllZones_isAsTheModelHasIt(Sample sample) {
    compareAroundChanges(sample, TWO_CENTURIES, Duration.ofMinutes(100));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void daysSpreadOverTenYears_inAllZones_areAsTheModelHasThem(Sample sample) {
    NaiveCron model = sample.model();
    for (ZoneId zone : ZoneSamples.distinctZones(START, END)) {
      for (Instant day = START; day.isBefore(END); day = day.plus(Duration.ofDays(181))) {
        compare(sample, model, zone, day, day.plus(Duration.ofDays(1)));
      }
    }
  }

  @Test
  void everyPolicy_aroundEveryChangeOfTenYears_isAsTheModelHasIt() {
    for (Gap gap : Gap.values()) {
      for (Overlap overlap : Overlap.values()) {
        Sample daily = Sample.stating(gap, overlap, "0,30 0-3 * * *");
        Sample rate = Sample.stating(gap, overlap, "*/10 * * * *");
        compareAroundChanges(daily, TEN_YEARS, Duration.ofMinutes(190));
        compareAroundChanges(rate, TEN_YEARS, Duration.ofMinutes(190));
      }
    }
  }

  private static void compareAroundChanges(
      Sample sample, Map<ZoneOffsetTransition, ZoneId> changes, Duration margin) {
    assertThat(changes).hasSizeGreaterThan(100);
    NaiveCron model = sample.model();
    changes.forEach(
        (change, zone) -> {
          Instant instant = change.getInstant();
          compare(sample, model, zone, instant.minus(margin), instant.plus(margin));
        });
  }

  private static void compare(
      Sample sample, NaiveCron model, ZoneId zone, Instant from, Instant to) {
    CronExpression cron = sample.in(zone);
    List<Instant> expected =
        model.firings(zone.getRules(), from, to, sample.gap(), sample.overlap());
    assertThat(Firings.forward(cron, from, to))
        .as("next of %s in %s from %s", sample, zone, from)
        .isEqualTo(expected);
    assertThat(Firings.backward(cron, from, to))
        .as("previous of %s in %s to %s", sample, zone, to)
        .isEqualTo(expected);
    assertThat(cron.count(from.minusNanos(1), to))
        .as("count of %s in %s from %s to %s", sample, zone, from, to)
        .isEqualTo(expected.size());
  }
}
