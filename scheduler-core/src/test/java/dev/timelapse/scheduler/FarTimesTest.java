package dev.timelapse.scheduler;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times beyond what nanoseconds can count, and clocks near the ends of theirs. */
class FarTimesTest {

  /** About 290,000 million years. */
  private static final Duration FOR_EVER = ofDays(Long.MAX_VALUE / 86_400);

  private static final Instant START = SimulatedTime.START;

  private final SimulatedTime time = new SimulatedTime();
  private final Diary diary = new Diary(time);
  private final Scheduler scheduler = Scheduler.using(time).build();

  static Stream<Trigger> triggersThatNeverFire() {
    CalendarTrigger endOfTime = after -> Instant.MAX;
    return Stream.of(
        Trigger.every(FOR_EVER),
        Trigger.withDelay(FOR_EVER),
        Trigger.after(FOR_EVER),
        Trigger.at(Instant.MAX),
        Trigger.every(ofSeconds(10)).startingAfter(FOR_EVER),
        Trigger.withDelay(ofSeconds(10)).startingAfter(FOR_EVER),
        endOfTime);
  }

  @ParameterizedTest
  @MethodSource("triggersThatNeverFire")
  void jobOfTheFarFuture_added_isPendingAndNeverFires(Trigger trigger) {
    ScheduledJob job = scheduler.add("job", trigger, diary.start());

    assertThat(job.due()).isEqualTo(Instant.MAX);
    assertThat(scheduler.runDue()).isEqualTo(Scheduler.NEVER);
    assertThat(scheduler.pending()).extracting(PendingEvent::due).containsExactly(Instant.MAX);
    assertThat(scheduler.preview(Instant.MIN, Instant.MAX)).isEmpty();
    time.drive(scheduler, ofDays(200 * 365));

    assertThat(diary.starts).isEmpty();
    assertThat(job.isPending()).isTrue();
    assertThat(job.status().nextDue()).isEqualTo(Instant.MAX);
    assertThat(job.cancel()).isTrue();
    assertThat(scheduler.isIdle()).isTrue();
  }

  static Stream<Trigger> triggersThatFireAtOnce() {
    return Stream.of(
        Trigger.after(FOR_EVER.negated()),
        Trigger.at(Instant.MIN),
        Trigger.at(Instant.EPOCH),
        Trigger.every(FOR_EVER).startingAfter(ZERO),
        Trigger.every(FOR_EVER).startingAfter(FOR_EVER.negated()),
        Trigger.withDelay(FOR_EVER).startingAfter(FOR_EVER.negated()));
  }

  @ParameterizedTest
  @MethodSource("triggersThatFireAtOnce")
  void jobOfTheFarPast_added_firesAtOnceAndOnce(Trigger trigger) {
    scheduler.add("job", trigger, diary.start());

    time.drive(scheduler, ofDays(200 * 365));

    assertThat(diary.starts).containsExactly(START);
  }

  @Test
  void rateThatBeganInTheFarPast_driven_keepsAGridOfItsPeriod() {
    scheduler.add(
        "job", Trigger.every(ofSeconds(10)).startingAfter(FOR_EVER.negated()), diary.start());

    time.drive(scheduler, ofSeconds(30));

    assertThat(diary.starts).hasSize(4).startsWith(START);
    assertThat(Duration.between(diary.starts.get(1), diary.starts.get(2))).isEqualTo(ofSeconds(10));
    assertThat(Duration.between(diary.starts.get(2), diary.starts.get(3))).isEqualTo(ofSeconds(10));
  }

  @Test
  void limitsOfAJob_forEver_areAccepted() {
    Scheduler chancy =
        Scheduler.using(time)
            .random(RandomGenerator.of("SplittableRandom"))
            .warnWhenLate(FOR_EVER)
            .warnWhenSlow(FOR_EVER)
            .build();
    List<Trigger> triggers =
        List.of(
            Trigger.every(FOR_EVER),
            Trigger.withDelay(ofSeconds(1)),
            Trigger.at(START),
            Trigger.at(Instant.MAX));
    for (Trigger trigger : triggers) {
      chancy.add(
          Job.named(trigger.describe())
              .trigger(trigger)
              .jitter(FOR_EVER)
              .retry(Retry.exponential(FOR_EVER).upTo(FOR_EVER))
              .warnWhenLate(FOR_EVER)
              .warnWhenSlow(FOR_EVER)
              .task(
                  () -> {
                    throw new IllegalStateException("down");
                  }));
    }

    time.drive(chancy, ofDays(100 * 365));

    assertThat(chancy.close(FOR_EVER)).extracting(PendingEvent::due).contains(Instant.MAX);
  }

  @Test
  void elapsedClock_thatRunsOver_isNotNoticed() {
    // Nothing says where System.nanoTime() begins.
    SimulatedTime late = new SimulatedTime(Long.MAX_VALUE - 5_000_000_000L, START);
    Scheduler other = Scheduler.using(late).build();
    Diary starts = new Diary(late);
    other.add("job", Trigger.every(ofSeconds(3)), starts.start());
    other.after(ofSeconds(7), starts.start());

    late.drive(other, ofSeconds(9));

    assertThat(late.nanoTime()).isNegative();
    assertThat(starts.starts)
        .containsExactly(
            START.plusSeconds(3), START.plusSeconds(6), START.plusSeconds(7), START.plusSeconds(9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1000000000-01-01T00:00:10Z", "+1000000000-12-31T23:59:50Z"})
  void wallClock_nearAnEndOfTime_clampsDueTimes(Instant now) {
    SimulatedTime odd = new SimulatedTime(0, now);
    Scheduler other = Scheduler.using(odd).build();
    Event past = other.after(ofDays(-36_500), () -> {});
    Event future = other.after(ofDays(36_500), () -> {});
    ScheduledJob job = other.add("job", Trigger.every(ofDays(36_500)), () -> {});

    Instant first = past.due();
    Instant last = future.due();

    assertThat(first).isEqualTo(now.isBefore(START) ? Instant.MIN : now.minus(ofDays(36_500)));
    assertThat(last).isEqualTo(now.isBefore(START) ? now.plus(ofDays(36_500)) : Instant.MAX);
    assertThat(job.due()).isEqualTo(last);
    assertThat(other.pending()).hasSize(3);
    assertThat(other.runDue()).isEqualTo(ofDays(36_500).toNanos());
  }
}
