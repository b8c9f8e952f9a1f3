package dev.timelapse.testkit.benchmark;

import dev.timelapse.testkit.Timeline;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures a wait in virtual time and its end: so many sleep in turn, a whole test each time. The
 * peer is {@code delay} in kotlinx's {@code runTest}, which suspends and needs no thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
public class WaitBenchmark {

  static final int WAITS = 10_000;

  @Param({"1", "2", "100"})
  public int sleepers;

  @Benchmark
  @OperationsPerInvocation(WAITS)
  public Duration timeline() {
    try (Timeline time =
        Timeline.startingAt(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC)) {
      int rounds = WAITS / sleepers;
      for (int i = 0; i < sleepers; i++) {
        time.after(
            Duration.ofNanos(1000L * i),
            () -> {
              for (int round = 0; round < rounds; round++) {
                time.sleep(Duration.ofMillis(1));
              }
            });
      }
      time.advanceUntilIdle();
      return time.elapsed();
    }
  }

  @Benchmark
  @OperationsPerInvocation(WAITS)
  public long kotlinx() {
    return KotlinxDelays.run(sleepers, WAITS / sleepers);
  }
}
