package dev.timelapse.testkit.benchmark;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ofMinutes;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Timeline;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures a simulated minute of something that happens each minute, in a whole test: all is made
 * anew for it, and ended after it. Here that is a job, and the test lets a year pass; the peer is a
 * workflow whose timer runs in a loop, in Temporal's test environment, where a year would take a
 * good quarter of an hour: it is given a day.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(2)
public class YearBenchmark {

  static final int DAY = 24 * 60;
  static final int YEAR = 365 * DAY;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Benchmark
  @OperationsPerInvocation(YEAR)
  public long timelapse() {
    long[] ran = {0};
    try (Timeline time = Timeline.startingAt(START, ZoneOffset.UTC)) {
      Scheduler scheduler = Scheduler.using(time.timeSource()).build();
      scheduler.add("each minute", every(ofMinutes(1)), () -> ran[0]++);
      time.advanceBy(ofMinutes(YEAR));
    }
    return checked(ran[0], YEAR);
  }

  @Benchmark
  @OperationsPerInvocation(DAY)
  public long temporal() {
    return checked(TemporalTimers.run(START, DAY), DAY);
  }

  private static long checked(long ran, long minutes) {
    if (ran != minutes) {
      throw new AssertionError(ran + " times in " + minutes + " minutes");
    }
    return ran;
  }
}
