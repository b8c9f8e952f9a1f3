package dev.timelapse.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs test classes whose outcome is what a test is about. */
final class Fixtures {

  private Fixtures() {}

  static Events run(Class<?> fixture) {
    return run(fixture, Map.of());
  }

  static Events run(Class<?> fixture, Map<String, String> parameters) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(fixture))
        .configurationParameters(parameters)
        .execute()
        .testEvents();
  }

  /** Runs a fixture of which all tests should succeed. */
  static void succeeds(Class<?> fixture, long tests) {
    succeeds(run(fixture), tests);
  }

  static void succeeds(Events events, long tests) {
    failures(events)
        .forEach(
            failure -> {
              throw new AssertionError("a test of the fixture failed", failure);
            });
    events.assertStatistics(stats -> stats.started(tests).succeeded(tests));
  }

  /** Runs a fixture that should fail as a whole, and returns with what. */
  static Throwable failureOfContainer(Class<?> fixture) {
    return failureOf(
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(fixture))
            .execute()
            .containerEvents());
  }

  /** Runs a fixture of which exactly one test should fail, and returns with what. */
  static Throwable failureOf(Class<?> fixture) {
    return failureOf(run(fixture));
  }

  static Throwable failureOf(Events events) {
    List<Throwable> failures = failures(events);
    if (failures.size() != 1) {
      throw new AssertionError("one test should fail, but these did: " + failures);
    }
    return failures.get(0);
  }

  private static List<Throwable> failures(Events events) {
    return events
        .failed()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow())
        .toList();
  }
}
