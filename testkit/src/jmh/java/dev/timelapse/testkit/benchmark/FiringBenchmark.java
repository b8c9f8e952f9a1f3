package dev.timelapse.testkit.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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

/** Measures a firing of a hundred jobs that each run every minute, with the recording on. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
public class FiringBenchmark {

  static final int JOBS = 100;
  static final int MINUTES = 600;

  @Param({"TIMELINE", "BARE", "REACTOR", "RXJAVA"})
  public Peer peer;

  private Firings firings;
  private long fired;

  /** For each iteration anew, lest a long run meet the timeline's limit on events. */
  @Setup(Level.Iteration)
  public void add() {
    firings = peer.create(() -> fired++);
  }

  @TearDown(Level.Iteration)
  public void check() {
    firings.end();
    if (fired == 0 || fired % (JOBS * MINUTES) != 0) {
      throw new AssertionError(fired + " firings are no multiple of what each advance makes");
    }
  }

  @Benchmark
  @OperationsPerInvocation(JOBS * MINUTES)
  public long firings() {
    firings.advance(MINUTES);
    return fired;
  }
}
