package dev.timelapse.scheduler;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class JitterTest {

  private static final Instant START = SimulatedTime.START;

  private final SimulatedTime time = new SimulatedTime();
  private final Diary diary = new Diary(time);
  private final Dice dice = new Dice(42);
  private int draws;

  @Test
  void rateWithJitter_firesWithinTheBoundOfEachRegularTimeAndDoesNotDrift() {
    Scheduler scheduler = drawing(this::roll);
    add(scheduler, Trigger.every(ofMinutes(1)), ofSeconds(10));

    time.drive(scheduler, ofMinutes(1_001));

    assertThat(diary.starts).hasSizeBetween(1_000, 1_001);
    List<Duration> delays = delays(ofMinutes(1));
    assertThat(delays)
        .allSatisfy(delay -> assertThat(delay).isBetween(Duration.ZERO, ofSeconds(10)));
    // Both halves of the span are drawn.
    assertThat(delays).anyMatch(delay -> delay.compareTo(ofSeconds(2)) < 0);
    assertThat(delays).anyMatch(delay -> delay.compareTo(ofSeconds(8)) > 0);
    assertThat(diary.entries).noneMatch(entry -> entry.startsWith("missed"));
  }

  @Test
  void largestDraw_takesTheBoundItself() {
    Scheduler scheduler = drawing(bound -> bound - 1);
    add(scheduler, Trigger.every(ofMinutes(1)), ofSeconds(10));

    time.drive(scheduler, ofMinutes(3));

    assertThat(delays(ofMinutes(1))).containsExactly(ofSeconds(10), ofSeconds(10));
  }

  @Test
  void jitterLongerThanThePeriod_neverReachesTheNextRegularTimeAndStarvesNothing() {
    Scheduler scheduler = drawing(bound -> bound - 1);
    add(scheduler, Trigger.every(ofMinutes(1)), ofHours(5));
    add(scheduler, "cron", Trigger.cron("* * * * *", ZoneOffset.UTC), ofHours(5));

    time.drive(scheduler, ofMinutes(4));

    Duration almost = ofMinutes(1).minusNanos(1);
    assertThat(delays(ofMinutes(1)))
        .containsExactly(almost, almost, almost, almost, almost, almost);
    assertThat(diary.entries).noneMatch(entry -> entry.startsWith("missed"));
  }

  @Test
  void firingWithJitter_thatStartsALittleLate_isNotMissed() {
    Scheduler scheduler = drawing(bound -> bound - 1);
    add(scheduler, Trigger.every(ofMinutes(1)), ofHours(5));
    add(scheduler, "cron", Trigger.cron("* * * * *", ZoneOffset.UTC), ofHours(5));

    time.pass(ofMinutes(2).plusSeconds(5));
    scheduler.runDue();

    assertThat(diary.starts).hasSize(2);
    assertThat(diary.entries).noneMatch(entry -> entry.startsWith("missed"));
  }

  @Test
  void stallWithJitter_missesAsManyAsWithout() {
    Scheduler scheduler = drawing(bound -> bound / 2);
    add(scheduler, Trigger.every(ofMinutes(1)), ofSeconds(10));
    add(scheduler, "cron", Trigger.cron("* * * * *", ZoneOffset.UTC), ofSeconds(10));

    time.pass(ofMinutes(10).plusSeconds(30));
    time.drive(scheduler, ofSeconds(30).plusSeconds(6));

    // Ten were due five seconds after each minute, one stood for all, and the eleventh came.
    assertThat(diary.entries).contains("missed 9 of job", "missed 9 of cron");
    assertThat(diary.starts)
        .containsExactly(
            START.plusSeconds(630),
            START.plusSeconds(630),
            START.plusSeconds(665),
            START.plusSeconds(665));
  }

  @Test
  void dueTimeWithJitter_isKnownBeforeAndIsNoLateness() {
    Scheduler scheduler = drawing(bound -> bound - 1);
    List<Long> lateness = new ArrayList<>();
    scheduler.addListener(
        new SchedulerListener() {
          @Override
          public void started(Firing firing) {
            lateness.add(firing.latenessNanos());
            assertThat(firing.due()).isEqualTo(START.plusSeconds(70));
          }
        });
    ScheduledJob job = add(scheduler, Trigger.every(ofMinutes(1)), ofSeconds(10));

    assertThat(job.due()).isEqualTo(START.plusSeconds(70));
    time.drive(scheduler, ofSeconds(75));

    assertThat(lateness).containsExactly(0L);
  }

  @Test
  void firing_pausedSteppedAndResumed_isDrawnOnce() {
    Scheduler scheduler = drawing(this::roll);
    ScheduledJob job = add(scheduler, Trigger.cron("0 * * * *", ZoneOffset.UTC), ofMinutes(10));

    time.stepWallClock(ofMinutes(5));
    scheduler.runDue();
    job.pause();
    job.resume();
    job.runNow();
    scheduler.runDue();

    assertThat(draws).isEqualTo(1);
    time.driveLookingAtTheWallClock(scheduler, ofMinutes(70));
    assertThat(draws).isEqualTo(2);
  }

  @Test
  void retry_comesWithoutJitter() {
    Scheduler scheduler = drawing(bound -> bound - 1);
    scheduler.add(
        Job.named("job")
            .trigger(Trigger.every(ofHours(1)))
            .jitter(ofMinutes(1))
            .retry(Retry.fixed(ofSeconds(10)).attempts(2))
            .task(
                () -> {
                  diary.starts.add(time.instant());
                  throw new IllegalStateException("down");
                }));

    time.drive(scheduler, ofHours(2));

    assertThat(diary.starts).containsExactly(START.plusSeconds(3660), START.plusSeconds(3670));
  }

  @Test
  void delayAndOnce_withJitter_arePutOff() {
    Scheduler scheduler = drawing(bound -> bound - 1);
    add(scheduler, Trigger.withDelay(ofSeconds(10)), ofSeconds(3));
    add(scheduler, "once", Trigger.at(START.plusSeconds(60)), ofSeconds(5));
    add(scheduler, "never", Trigger.after(ofDays(200_000)), ofSeconds(5));

    time.drive(scheduler, ofSeconds(70));

    assertThat(diary.starts)
        .containsExactly(
            START.plusSeconds(13),
            START.plusSeconds(26),
            START.plusSeconds(39),
            START.plusSeconds(52),
            START.plusSeconds(65),
            START.plusSeconds(65));
  }

  @Test
  void periodOfANanosecond_withJitter_hasNoRoomForIt() {
    Scheduler scheduler = drawing(bound -> bound - 1);
    add(scheduler, Trigger.every(ofNanos(1)), ofMillis(1));

    time.drive(scheduler, ofNanos(3));

    assertThat(diary.starts)
        .containsExactly(START.plusNanos(1), START.plusNanos(2), START.plusNanos(3));
  }

  @Test
  void jobWithJitter_withoutAGenerator_isRefusedWithTheRemedy() {
    assertThatThrownBy(
            () -> add(Scheduler.using(time).build(), Trigger.every(ofMinutes(1)), ofSeconds(10)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"job\"")
        .hasMessageContaining("PT10S")
        .hasMessageContaining("random(");
  }

  @Test
  void retryWithJitter_comesSooner_byAShareOfItsDelay() {
    assertThat(startsOfRetries(bound -> 0)).containsExactly(0L, 10L, 30L, 60L);
    assertThat(startsOfRetries(bound -> bound - 1)).containsExactly(0L, 5L, 15L, 30L);
    assertThat(startsOfRetries(bound -> bound / 2)).containsExactly(0L, 7L, 22L, 45L);
  }

  /** Returns the seconds at which a job is attempted that fails each time. */
  private List<Long> startsOfRetries(Draw draw) {
    diary.starts.clear();
    Instant beginning = time.instant();
    Scheduler scheduler = drawing(draw);
    scheduler.add(
        Job.named("job")
            .trigger(Trigger.after(Duration.ZERO))
            .retry(Retry.exponential(ofSeconds(10)).upTo(ofSeconds(30)).attempts(4).jitter(0.5))
            .task(
                () -> {
                  diary.starts.add(time.instant());
                  throw new IllegalStateException("down");
                }));
    time.drive(scheduler, ofHours(1));
    return diary.starts.stream()
        .map(start -> Duration.between(beginning, start).toSeconds())
        .toList();
  }

  @Test
  void retryWithJitter_withoutAGenerator_isRefusedNamingTheRemedy() {
    Job job =
        Job.named("job")
            .trigger(Trigger.every(ofHours(1)))
            .retry(Retry.fixed(ofSeconds(10)).jitter(1))
            .task(() -> {});
    Scheduler scheduler = Scheduler.using(TimeSource.system()).build();

    assertThatThrownBy(() -> scheduler.add(job))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"job\" has jitter in its retries, but")
        .hasMessageContaining("random(…)");
    assertThatThrownBy(() -> Retry.never().jitter(1.5)).hasMessageContaining("1.5");
    assertThatThrownBy(() -> Retry.never().jitter(0)).hasMessageContaining("0.0");
    assertThat(Retry.fixed(ofSeconds(10)).jitter(0.25))
        .hasToString("3 attempts, PT10S apart, with jitter of 0.25");
  }

  @Test
  void negativeJitter_given_isRefusedWithItsValue() {
    assertThatThrownBy(() -> Job.named("job").jitter(ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT-1S");
  }

  @Test
  void generatorThatFails_orAnswersNonsense_costsTheJitterAndNothingElse() {
    Scheduler scheduler =
        drawing(
            bound -> {
              if (draws % 4 == 1) {
                throw new IllegalStateException("no entropy");
              }
              return List.of(bound - 1, 0L, -1L, bound).get(draws % 4);
            });
    add(scheduler, Trigger.every(ofMinutes(1)), ofSeconds(10));

    time.drive(scheduler, ofMinutes(9));

    assertThat(delays(ofMinutes(1)))
        .containsExactly(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            ofSeconds(10),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            ofSeconds(10),
            Duration.ZERO);
    assertThat(startsOfRetries(bound -> -bound)).containsExactly(0L, 10L, 30L, 60L);
  }

  private Scheduler drawing(Draw draw) {
    return Scheduler.using(time)
        .listener(diary)
        .random(
            new RandomGenerator() {
              @Override
              public long nextLong() {
                throw new AssertionError("only bounded numbers are drawn");
              }

              @Override
              public long nextLong(long bound) {
                draws++;
                return draw.below(bound);
              }
            })
        .build();
  }

  private long roll(long bound) {
    return Long.remainderUnsigned(dice.next(), bound);
  }

  private ScheduledJob add(Scheduler scheduler, Trigger trigger, Duration jitter) {
    return add(scheduler, "job", trigger, jitter);
  }

  private ScheduledJob add(Scheduler scheduler, String name, Trigger trigger, Duration jitter) {
    return scheduler.add(Job.named(name).trigger(trigger).jitter(jitter).task(diary.start()));
  }

  /** Returns how long after a whole number of periods each start came. */
  private List<Duration> delays(Duration period) {
    return diary.starts.stream()
        .map(start -> ofNanos(Duration.between(START, start).toNanos() % period.toNanos()))
        .toList();
  }

  @FunctionalInterface
  private interface Draw {
    long below(long bound);
  }
}
