package dev.timelapse.testkit.benchmark;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.timelapse.testkit.TimelapseExtension;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
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

/**
 * Runs a class with one empty test through JUnit's launcher: what an extension costs is the
 * difference to the class that has none.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ExtensionBenchmark {

  /** Whose extension the test class has. */
  public enum Peer {
    /** None. */
    BARE(BareCase.class),
    /** Ours, which creates a timeline. */
    TIMELAPSE(TimelapseCase.class),
    /** Mockito's, which creates one mock. */
    MOCKITO(MockitoCase.class);

    private final Class<?> fixture;

    Peer(Class<?> fixture) {
      this.fixture = fixture;
    }
  }

  /** The peer. */
  @Param Peer peer;

  private final Launcher launcher = LauncherFactory.create();
  private LauncherDiscoveryRequest request;

  /** Makes the request, which serves again and again. */
  @Setup
  public void createRequest() {
    request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(peer.fixture)).build();
  }

  /** Discovers and runs the class. */
  @Benchmark
  public long run() {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    launcher.execute(request, summary);
    if (summary.getSummary().getTestsSucceededCount() != 1) {
      throw new IllegalStateException("the test did not succeed: " + peer);
    }
    return summary.getSummary().getTestsFoundCount();
  }

  static class BareCase {

    @Test
    void empty() {}
  }

  @ExtendWith(TimelapseExtension.class)
  static class TimelapseCase {

    @Test
    void empty() {}
  }

  @ExtendWith(MockitoExtension.class)
  static class MockitoCase {

    @Mock Runnable mock;

    @Test
    void empty() {}
  }
}
