package dev.timelapse.testkit;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as one test, with one timeline: each invocation, and a whole test factory. */
class InvocationsTest {

  @Test
  void argumentsAndTemplates_eachInvocationHasATimelineOfItsOwn() {
    Fixtures.succeeds(InvocationsCase.class, 5);
  }

  @Test
  void executor_isOneATest_underAllItsNames() {
    Fixtures.succeeds(ExecutorCase.class, 2);
  }

  @Test
  void dynamicTests_shareTheTimelineOfTheirFactory() {
    Fixtures.succeeds(Fixtures.run(FactoryCase.class), 3);
  }

  @Test
  void dynamicTestFails_carriesTheAccountOfTheTimeline() {
    assertThat(Fixtures.failureOf(FailingFactoryCase.class).getSuppressed())
        .singleElement()
        .isInstanceOf(TimelineAccount.class);
  }

  @ExtendWith(TimelapseExtension.class)
  static class InvocationsCase {

    Timeline time;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void arguments_comeBeforeWhatIsInjected(int days, Timeline same, TimeSource source) {
      assertThat(same).isSameAs(time);
      assertThat(time.elapsed()).isZero();
      time.advanceBy(ofDays(days));
      assertThat(source.nanoTime()).isEqualTo(ofDays(days).toNanos());
    }

    @TestTemplate
    @ExtendWith(Twice.class)
    void template_isInvokedWithATimelineOfItsOwn(Timeline same) {
      assertThat(same).isSameAs(time);
      assertThat(time.elapsed()).isZero();
      time.advanceBy(ofDays(1));
    }
  }

  static class Twice implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
      return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
        ExtensionContext context) {
      return Stream.of(
          new TestTemplateInvocationContext() {}, new TestTemplateInvocationContext() {});
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class ExecutorCase {

    private ScheduledExecutorService field;

    @RepeatedTest(2)
    void executorsAreTheSame(
        Timeline time,
        ExecutorService service,
        Executor executor,
        VirtualExecutor virtual,
        ScheduledExecutorService scheduled)
        throws Exception {
      assertThat(List.of(service, executor, virtual, scheduled)).allMatch(each -> each == field);
      assertThat(field.schedule(time::elapsed, 1, TimeUnit.HOURS).get(2, TimeUnit.HOURS))
          .isEqualTo(ofHours(1));
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class FactoryCase {

    @TestFactory
    List<DynamicTest> tests(Timeline time, Scheduler scheduler) {
      scheduler.after(ofHours(2), () -> time.note("from the factory"));
      return List.of(
          dynamicTest("first", () -> time.advanceBy(ofHours(1))),
          dynamicTest(
              "second",
              () -> {
                assertThat(time.elapsed()).isEqualTo(ofHours(1));
                time.advanceBy(ofHours(1));
              }),
          dynamicTest(
              "third",
              () -> assertThat(time.recording().lastPage(10)).contains("from the factory")));
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class FailingFactoryCase {

    @TestFactory
    Stream<DynamicTest> tests(Timeline time) {
      return Stream.of(dynamicTest("fails", () -> assertThat(time.elapsed()).isPositive()));
    }
  }
}
