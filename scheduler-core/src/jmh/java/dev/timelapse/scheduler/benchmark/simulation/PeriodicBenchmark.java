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
 * Measures a firing of periodic jobs: 30 seconds, a minute, five minutes, an hour, in equal parts.
 * All jobs start together; {@code -p apart=true} spreads them over the hour.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class PeriodicBenchmark {

  @Param({"TIMELAPSE", "PRIORITY_QUEUE", "REACTOR", "RXJAVA", "KOTLINX"})
  public Peer peer;

  @Param({"100", "10000"})
  public int jobs;

  @Param("false")
  public boolean apart;

  private Periodic periodic;

  @Setup
  public void add() {
    periodic = new Periodic(peer, jobs, apart);
  }

  @TearDown
  public void check() {
    periodic.check();
  }

  @Benchmark
  @OperationsPerInvocation(Periodic.SLICE_EVENTS)
  public long periodic() {
    return periodic.advance();
  }
}
