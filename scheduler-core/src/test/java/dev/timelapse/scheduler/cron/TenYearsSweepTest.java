package dev.timelapse.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Holds expressions against a model that goes through ten years minute by minute, in every zone
 * that the JDK knows: one of each group of zones whose clocks agree throughout.
 */
class TenYearsSweepTest {

  private static final LocalDate START = LocalDate.of(2019, 1, 1);
  private static final LocalDate END = LocalDate.of(2029, 1, 1);

  private static final List<Sample> SAMPLES =
      List.of(
          // daily times, in and around the hours at which clocks are changed
          Sample.daily("30 2 * * *"),
          Sample.daily("0 0 * * *"),
          Sample.daily("15 0 * * *"),
          Sample.daily("59 23 * * *"),
          Sample.daily("0,30 1,2 * * *"),
          Sample.daily("20-40/5 0-3 * * *"),
          Sample.daily("0-2 0-3 * * *"),
          Sample.daily("0 1-3,22,23 * * *"),
          // days
          Sample.daily("30 1 * 3-4,9-11 SUN"),
          Sample.daily("0 2 1,15 * FRI"),
          Sample.daily("45 0,1,23 */2 * SAT,SUN,MON"),
          Sample.daily("30 2 31 * *"),
          Sample.daily("0 3 29 FEB *"),
          Sample.daily("5 4 */10 * */2"),
          Sample.daily("0 30 2 L * ?"),
          Sample.daily("0 0 0 LW,15W * ?"),
          Sample.daily("0 0 22-3 ? * SAT-MON"),
          Sample.daily("0 59 1 ? * SUNL,1#1,1#2,7#4 2020-2027"),
          Sample.daily("0 30 2 ? NOV-FEB TUE#5"),
          // rates
          Sample.rate("*/15 * * * *"),
          Sample.rate("7 * * * *"),
          Sample.rate("0 */2 * * *"),
          Sample.rate("*/20 0-2,23 * * *"),
          Sample.rate("*/10 2 * 3,10 SUN"),
          Sample.rate("* 1 * * *"),
          Sample.rate("0 0/30 1-3 * * ?"),
          // other policies
          Sample.stating(Gap.SKIP, Overlap.FIRST, "30 0,1,2 * * *"),
          Sample.stating(Gap.SKIP, Overlap.SECOND, "0,30 0-3 * * *"),
          Sample.stating(Gap.SKIP, Overlap.BOTH, "0,30 0-3 * * *"),
          Sample.stating(Gap.AT_GAP_END, Overlap.SECOND, "0,30 0-3 * * *"),
          Sample.stating(Gap.AT_GAP_END, Overlap.BOTH, "0,30 0-3 * * *"),
          Sample.stating(Gap.SKIP, Overlap.FIRST, "*/20 * * * *"),
          Sample.stating(Gap.AT_GAP_END, Overlap.SECOND, "7 * * * *"),
          Sample.stating(Gap.AT_GAP_END, Overlap.BOTH, "0 */2 * * *"));

  private final MinuteModel model = new MinuteModel(SAMPLES, START, END);
  private final Instant start = START.atStartOfDay().toInstant(ZoneOffset.UTC);
  private final Instant end = END.atStartOfDay().toInstant(ZoneOffset.UTC);

  @Test
  void everyMinuteOfTenYears_inAllZones_isAsTheModelHasIt() {
    List<List<ZoneId>> groups = ZoneSamples.groups(start, end);
    // What is swept must not shrink: all zones, and all that can be told apart.
    assertThat(groups.stream().mapToInt(List::size).sum())
        .isEqualTo(ZoneId.getAvailableZoneIds().size())
        .isGreaterThan(590);
    assertThat(groups).hasSizeGreaterThan(80);
    assertThat(SAMPLES).hasSize(34).doesNotHaveDuplicates();

    long firings = 0;
    for (List<ZoneId> group : groups) {
      firings += sweep(group.get(0));
    }

    // By the samples, some 400 a day in each group.
    long days = START.until(END, ChronoUnit.DAYS);
    assertThat(firings / days / groups.size()).isBetween(390L, 410L);
  }

  /** Walks on from each firing of the model to the next, and back. Answers how many there are. */
  private long sweep(ZoneId zone) {
    List<Walk> walks = new ArrayList<>();
    for (Sample sample : SAMPLES) {
      walks.add(new Walk(sample.in(zone), start.minusNanos(1)));
    }
    model.sweep(zone.getRules(), (sample, second) -> walks.get(sample).stepTo(second));
    long firings = 0;
    for (Walk walk : walks) {
      walk.end(end);
      firings += walk.steps;
    }
    return firings;
  }

  private static final class Walk {

    private final CronExpression cron;
    private final Instant from;
    private Instant at;
    private long steps;

    Walk(CronExpression cron, Instant from) {
      this.cron = cron;
      this.from = from;
      this.at = from;
    }

    void stepTo(long second) {
      Instant expected = Instant.ofEpochSecond(second);
      Instant next = cron.next(at);
      Instant previous = cron.previous(expected);
      if (!expected.equals(next)) {
        throw new AssertionError(what("next", at, next, expected));
      }
      boolean back = steps == 0 ? isNotAfterStart(previous) : at.equals(previous);
      if (!back) {
        throw new AssertionError(what("previous", expected, previous, at));
      }
      at = expected;
      steps++;
    }

    void end(Instant end) {
      Instant next = cron.next(at);
      if (next != null && next.isBefore(end)) {
        throw new AssertionError(what("next", at, next, end));
      }
      assertThat(cron.count(from, end.minusNanos(1)))
          .as("count of %s in %s", cron, cron.zone())
          .isEqualTo(steps);
    }

    private boolean isNotAfterStart(Instant previous) {
      return previous == null || previous.isBefore(from);
    }

    private String what(String direction, Instant of, Instant answer, Instant expected) {
      return "%s of %s in %s from %s is %s, but to the model %s"
          .formatted(direction, cron.describe(), cron.zone(), of, answer, expected);
    }
  }
}
