package dev.timelapse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.cause;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.suppressed;

import dev.timelapse.testkit.outside.UnstubbedCallError;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class TimelapseExtensionTest {

  @Test
  void injectsFieldsAndParameters_ofTheTestsOwnTimeline() {
    run(InjectionTestCase.class).assertStatistics(stats -> stats.started(8).succeeded(8));
  }

  @Test
  void perClassLifecycle_eachTestHasATimelineOfItsOwn() {
    run(PerClassTestCase.class).assertStatistics(stats -> stats.started(3).succeeded(3));
  }

  @Test
  void parallelTests_doNotSeeEachOther() {
    Events tests =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(ParallelTestCase.class))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
            .execute()
            .testEvents();

    tests.assertStatistics(stats -> stats.started(40).succeeded(40));
    assertThat(ParallelTestCase.RECORDINGS).hasSize(1);
    assertThat(ParallelTestCase.RECORDINGS.iterator().next()).contains("put(19)");
  }

  @Test
  void badSettings_areRefusedNamingTheAnnotation() {
    assertFails(
        BadSettingsTestCase.class,
        "badZone()",
        ExtensionConfigurationException.class,
        text -> text.contains("Mars/Olympus") && text.contains("@") && text.contains("Timelapse"));
    assertFails(
        BadSettingsTestCase.class,
        "badStart()",
        ExtensionConfigurationException.class,
        text -> text.contains("next tuesday") && text.contains("2026-03-28T02:00"));
    assertFails(
        BadFieldTestCase.class,
        "finalField()",
        ExtensionConfigurationException.class,
        text -> text.contains("@Outside") && text.contains("neither static nor final"));
  }

  @Test
  void delegateOfAnOutsideMock_answersItsCalls() {
    Events tests = run(DelegateTestCase.class);

    tests.assertStatistics(stats -> stats.started(5).succeeded(4));
    assertFails(
        DelegateTestCase.class,
        "delegateOfAnotherType_isRefused(",
        ParameterResolutionException.class,
        text -> text.contains("Queue, for which a java.util.ArrayList cannot answer"));
  }

  @Test
  void unstubbedCallThatTheSystemSwallowed_failsTheTest() {
    assertFails(
        FailingTestCase.class,
        "unstubbedCallIsSwallowed(",
        UnstubbedCallError.class,
        text -> text.contains("probe.ping(\"db-1\")"));
  }

  @Test
  void failingTest_carriesTheLastPageOfItsRecording() {
    run(FailingTestCase.class)
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("jobFails("),
                finishedWithFailure(
                    instanceOf(AssertionError.class),
                    cause(
                        suppressed(
                            0,
                            instanceOf(TimelineAccount.class),
                            message(
                                text ->
                                    text.contains("2026-01-01 03:00:00")
                                        && text.contains("check")
                                        && text.contains("failed: ")))))));
  }

  private static void assertFails(
      Class<?> fixture, String method, Class<? extends Throwable> type, Predicate<String> text) {
    run(fixture)
        .assertThatEvents()
        .haveExactly(1, event(test(method), finishedWithFailure(instanceOf(type), message(text))));
  }

  private static Events run(Class<?> fixture) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(fixture))
        .execute()
        .testEvents();
  }
}
