package dev.timelapse.samples.bugs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.timelapse.testkit.TimelineAccount;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs the tests of buggy code, which fail. */
final class Gallery {

  private Gallery() {}

  /** Runs a fixture, and returns its failed tests by name with what they print. */
  static Map<String, String> failuresOf(String fixture) {
    Events tests =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(Gallery.class.getPackageName() + "." + fixture))
            .execute()
            .testEvents();
    assertThat(tests.started().count()).as("tests of %s", fixture).isPositive();
    Map<String, String> failures = new LinkedHashMap<>();
    tests.failed().stream().forEach(test -> failures.put(nameOf(test), printed(failureOf(test))));
    return failures;
  }

  /** Runs a fixture of which one test fails, and returns what that prints. */
  static String failureOf(String fixture) {
    Map<String, String> failures = failuresOf(fixture);
    assertThat(failures).as("failed tests of %s", fixture).hasSize(1);
    return failures.values().iterator().next();
  }

  private static String nameOf(Event test) {
    String name = test.getTestDescriptor().getDisplayName();
    return name.substring(0, name.indexOf('('));
  }

  private static Throwable failureOf(Event test) {
    return test.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
  }

  /** Returns a failure as a build prints it, without the stack. */
  private static String printed(Throwable failure) {
    StringBuilder text = new StringBuilder(failure.getMessage());
    for (Throwable each = failure; each != null; each = each.getCause()) {
      Arrays.stream(each.getSuppressed())
          .filter(TimelineAccount.class::isInstance)
          .forEach(account -> text.append("\n").append(account.getMessage()));
    }
    return text.toString();
  }
}
