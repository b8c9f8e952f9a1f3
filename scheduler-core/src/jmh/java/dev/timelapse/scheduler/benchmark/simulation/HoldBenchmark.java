package dev.timelapse.scheduler.benchmark.simulation;

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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures an event of the hold model: pop the earliest, run it, push it at a random later time.
 *
 * <p>With the parallel collector, because G1 distorts runs with a million pending on JDK 17.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class HoldBenchmark {

  @Param({"TIMELAPSE", "PRIORITY_QUEUE", "REACTOR", "RXJAVA", "KOTLINX", "AGRONA"})
  public Peer peer;

  @Param({"100", "10000", "1000000"})
  public int pending;

  private Hold hold;

  @Setup
  public void fill() {
    hold = new Hold(peer, pending);
  }

  @TearDown
  public void check() {
    hold.check();
  }

  @Benchmark
  @OperationsPerInvocation(Hold.SLICE_EVENTS)
  public long hold() {
    return hold.advance();
  }
}
