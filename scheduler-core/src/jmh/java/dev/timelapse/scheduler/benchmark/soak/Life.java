package dev.timelapse.scheduler.benchmark.soak;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.timelapse.scheduler.Event;
import dev.timelapse.scheduler.Job;
import dev.timelapse.scheduler.Retry;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.Task;
import dev.timelapse.scheduler.Trigger;
import dev.timelapse.scheduler.benchmark.Dice;
import dev.timelapse.scheduler.benchmark.SimulatedClock;
import java.time.Duration;
import java.util.List;

/**
 * A daemon that does a bit of everything: jobs of four periods, some with retries; one-shots that
 * schedule themselves anew and start a time-out each, of which nearly all are cancelled; jobs that
 * come and go; and tasks that fail.
 */
final class Life {

  static final int FAILS_ONE_IN = 1000;

  private static final List<Duration> PERIODS =
      List.of(ofSeconds(30), ofMinutes(1), ofMinutes(5), ofHours(1));
  private static final int JOBS = 100;
  private static final int RETRYING_JOBS = 10;
  private static final int PASSING_JOBS = 10;
  private static final int ONE_SHOTS = 1000;
  private static final int LONGEST_DELAY_SECONDS = 2000;
  private static final Duration TIMEOUT = ofHours(1);
  private static final int CANCELLED_AFTER = 500;
  private static final int LEFT_ONE_IN = 100;
  private static final int PASSING_ONE_IN = 10_000;

  private final SimulatedClock clock = new SimulatedClock();
  private final Scheduler scheduler = Scheduler.using(clock).build();
  private final Dice dice = new Dice(2026);
  private final long[] jobFirings = new long[JOBS];
  private final Event[] passing = new Event[PASSING_JOBS];
  private final Event[] timeouts = new Event[CANCELLED_AFTER];
  private final Task oneShot = this::oneShot;
  private final Task other = this::count;
  private int nextTimeout;
  private long firings;
  private long failures;
  private long cancelled;

  Life() {
    for (int i = 0; i < JOBS; i++) {
      int job = i;
      scheduler.add("job " + i, Trigger.every(period(i)), () -> job(job));
    }
    Retry retry = Retry.exponential(ofSeconds(1)).attempts(3);
    for (int i = 0; i < RETRYING_JOBS; i++) {
      scheduler.add(
          Job.named("retrying " + i).trigger(Trigger.every(period(i))).retry(retry).task(other));
    }
    for (int i = 0; i < PASSING_JOBS; i++) {
      passing[i] = scheduler.add("passing " + i, Trigger.every(period(i)), other);
    }
    for (int i = 0; i < ONE_SHOTS; i++) {
      scheduler.after(randomDelay(), oneShot);
    }
  }

  /** Lives until so many tasks have run in all. */
  void live(long untilFirings) {
    while (firings < untilFirings) {
      clock.advance(scheduler, ofHours(1).toNanos());
    }
  }

  /** Sees that no job without retries has lost or gained a firing. */
  void check() {
    for (int i = 0; i < JOBS; i++) {
      long expected = clock.nanoTime() / period(i).toNanos();
      if (jobFirings[i] != expected) {
        throw new AssertionError(
            "job " + i + " fired " + jobFirings[i] + " times, but was due " + expected);
      }
    }
  }

  @Override
  public String toString() {
    return "%,d firings, %,d failures, %,d cancelled, %,d days, %,d pending"
        .formatted(
            firings,
            failures,
            cancelled,
            Duration.ofNanos(clock.nanoTime()).toDays(),
            scheduler.pending().size());
  }

  private void job(int i) {
    jobFirings[i]++;
    count();
  }

  private void oneShot() {
    scheduler.after(randomDelay(), oneShot);
    Event earlier = timeouts[nextTimeout];
    if (earlier != null && dice.below(LEFT_ONE_IN) > 0 && earlier.cancel()) {
      cancelled++;
    }
    timeouts[nextTimeout] = scheduler.after(TIMEOUT, other);
    nextTimeout = (nextTimeout + 1) % CANCELLED_AFTER;
    if (dice.below(PASSING_ONE_IN) == 0) {
      replaceJob(dice.below(PASSING_JOBS));
    }
    count();
  }

  private void replaceJob(int i) {
    passing[i].cancel();
    cancelled++;
    passing[i] = scheduler.add("passing " + i, Trigger.every(period(dice.below(4))), other);
  }

  private void count() {
    if (++firings % FAILS_ONE_IN == 0) {
      failures++;
      throw new IllegalStateException("one task in " + FAILS_ONE_IN + " fails");
    }
  }

  private Duration randomDelay() {
    return Duration.ofNanos((dice.next() >>> 1) % ofSeconds(LONGEST_DELAY_SECONDS).toNanos());
  }

  private static Duration period(int i) {
    return PERIODS.get(i % PERIODS.size());
  }
}
