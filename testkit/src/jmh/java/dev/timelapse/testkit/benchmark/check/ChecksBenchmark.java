package dev.timelapse.testkit.benchmark.check;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ofMinutes;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.check.Check;
import java.time.Duration;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A firing of a job that checks look at, each with a condition that costs next to nothing. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
@State(Scope.Thread)
public class ChecksBenchmark {

  private static final int FIRINGS = 1_000;

  /** How many checks there are. */
  @Param({"0", "1", "10"})
  int checks;

  /** How many minutes pass at least between two looks. */
  @Param({"0", "60"})
  int pace;

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private long fired;

  /** Creates what is watched. */
  public ChecksBenchmark() {}

  /** Starts the job and the checks. */
  @Setup
  public void start() {
    scheduler.add("job", every(ofMinutes(1)), () -> fired++);
    for (int i = 0; i < checks; i++) {
      Check check = time.always("check " + i, () -> fired >= 0);
      check.atMostEvery(Duration.ofMinutes(pace));
    }
  }

  /** Lets the job fire many times. */
  @Benchmark
  @OperationsPerInvocation(FIRINGS)
  public void firing() {
    time.advanceBy(ofMinutes(FIRINGS));
  }
}
