package dev.timelapse.scheduler.benchmark.timeouts;

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

/** Measures a round of {@link Rounds}: start a time-out, and cancel an earlier one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class CancelBenchmark {

  private static final int ROUNDS = 1000;

  @Param({"TIMELAPSE", "STPE", "NETTY", "AGRONA", "KOTLINX", "REACTOR", "RXJAVA"})
  public Peer peer;

  /** After how many others a time-out is cancelled. */
  @Param({"1000", "100000"})
  public int live;

  private Rounds rounds;

  @Setup
  public void fill() {
    rounds = new Rounds(peer, live);
  }

  @TearDown
  public void drain() throws Exception {
    rounds.drain();
    rounds.close();
  }

  @Benchmark
  @OperationsPerInvocation(ROUNDS)
  public long round() {
    return rounds.play(ROUNDS);
  }
}
