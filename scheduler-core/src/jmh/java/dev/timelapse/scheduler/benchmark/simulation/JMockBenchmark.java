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
 * Measures jMock's scheduler on the same workloads. Apart, because its queue is a linked list, and
 * more than a hundred pending take for ever.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class JMockBenchmark {

  @Param("JMOCK")
  public Peer peer;

  @Param("100")
  public int pending;

  @Param("100")
  public int jobs;

  private Hold hold;
  private Periodic periodic;

  @Setup
  public void fill() {
    hold = new Hold(peer, pending);
    periodic = new Periodic(peer, jobs, false);
  }

  @TearDown
  public void check() {
    hold.check();
    periodic.check();
  }

  @Benchmark
  @OperationsPerInvocation(Hold.SLICE_EVENTS)
  public long hold() {
    return hold.advance();
  }

  @Benchmark
  @OperationsPerInvocation(Periodic.SLICE_EVENTS)
  public long periodic() {
    return periodic.advance();
  }
}
