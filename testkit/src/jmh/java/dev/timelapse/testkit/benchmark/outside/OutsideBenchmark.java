package dev.timelapse.testkit.benchmark.outside;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.mockito.Mockito.when;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.choice.Choices;
import dev.timelapse.testkit.engine.Engine;
import dev.timelapse.testkit.recording.Recorder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.mockito.Mockito;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A call to the outside, made by a job: on a mock with latency beside a plain Mockito mock, and on
 * a fake beside the fake itself, recorded by hand. The median is what counts: it is of rounds of a
 * thousand calls, of which what else the machine does hits the fewest.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
@State(Scope.Thread)
public class OutsideBenchmark {

  private static final int CALLS = 1_000;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** What is called. */
  public interface Store {

    /** Returns a value. */
    String get(String key);
  }

  private static final class MemoryStore implements Store {

    private int calls;

    @Override
    public String get(String key) {
      calls++;
      return calls < 0 ? key : "apple";
    }
  }

  /** What one would write by hand. */
  private record Recorded(Store store, Recorder recorder) implements Store {

    @Override
    public String get(String key) {
      long number = recorder.callStarted("store", "get(\"" + key + "\")");
      String answer = store.get(key);
      recorder.callAnswered(number, "\"" + answer + "\"");
      return answer;
    }
  }

  private final Timeline time = Timeline.startingAt(START, ZoneOffset.UTC, Choices.ofSeed(0));
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final Store plainMock = Mockito.mock(Store.class);
  private final Store outsideMock = time.outside(Store.class);
  private final Store mockAtOnce = time.outside(Store.class);
  private final Store plainFake = new MemoryStore();
  private final Store recordedFake =
      new Recorded(new MemoryStore(), new Engine(START, Choices.ofSeed(0)).recorder());
  private final Store outsideFake = time.outside(Store.class, new MemoryStore());

  /** Creates what is called. */
  public OutsideBenchmark() {}

  /** Stubs the mocks. */
  @Setup
  public void stub() {
    when(plainMock.get("a")).thenReturn("apple");
    when(outsideMock.get("a")).thenReturn("apple");
    when(mockAtOnce.get("a")).thenReturn("apple");
    time.outside(outsideMock).takes(ofMillis(1));
    time.outside(mockAtOnce).takes(ZERO);
  }

  /** Lets Mockito forget the calls, which it would keep for good. */
  @Setup(Level.Invocation)
  public void forget() {
    Mockito.clearInvocations(plainMock, mockAtOnce, outsideMock, outsideFake);
  }

  /** Calls a plain mock. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void plainMock(Blackhole hole) {
    inAJob(plainMock, hole);
  }

  /** Calls a mock of the outside that takes no time. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void outsideMockAtOnce(Blackhole hole) {
    inAJob(mockAtOnce, hole);
  }

  /** Calls a mock of the outside that takes time. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void outsideMock(Blackhole hole) {
    inAJob(outsideMock, hole);
  }

  /** Calls a plain fake. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void plainFake(Blackhole hole) {
    inAJob(plainFake, hole);
  }

  /** Calls a plain fake, and records that. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void plainFakeAndRecording(Blackhole hole) {
    inAJob(recordedFake, hole);
  }

  /** Calls a fake behind a mock of the outside. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void outsideFake(Blackhole hole) {
    inAJob(outsideFake, hole);
  }

  private void inAJob(Store store, Blackhole hole) {
    scheduler.after(
        ofMillis(1),
        () -> {
          for (int i = 0; i < CALLS; i++) {
            hole.consume(store.get("a"));
          }
        });
    time.advanceBy(ofSeconds(2));
  }
}
