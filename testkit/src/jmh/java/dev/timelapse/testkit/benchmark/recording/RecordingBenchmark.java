package dev.timelapse.testkit.benchmark.recording;

import dev.timelapse.testkit.recording.Recorder;
import dev.timelapse.testkit.recording.RecordingTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to record an event, with its details and without. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecordingBenchmark {

  /** How many entries are kept: none, or a year of minutes. */
  @Param({"0", "600000"})
  int kept;

  private final Time time = new Time();
  private Recorder recorder = new Recorder(Instant.EPOCH, time);
  private int number;

  /** Starts with an empty recording. */
  @Setup
  public void begin() {
    recorder = new Recorder(Instant.EPOCH, time);
    recorder.recording().keepLast(kept);
  }

  /** A firing that starts, and ends at once. */
  @Benchmark
  public void firing() {
    time.now += 60_000_000_000L;
    recorder.firingEnded(recorder.firingStarted("scheduler", "probe services", 1, 0), null);
  }

  /** A call whose text comes again and again. */
  @Benchmark
  public void call() {
    time.now += 60_000_000_000L;
    recorder.callAnswered(recorder.callStarted("services", "answer(\"web\")"), "true");
  }

  /** A call whose text is made anew for each. */
  @Benchmark
  public void callWithTextOfItsOwn() {
    time.now += 60_000_000_000L;
    recorder.callAnswered(recorder.callStarted("services", "answer(" + number++ + ")"), "true");
  }

  private static final class Time implements RecordingTime {

    private long now;

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public long wallNanos() {
      return now;
    }
  }
}
