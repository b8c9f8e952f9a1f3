package dev.timelapse.testkit;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InjectionTest {

  @Test
  void constructor_getsTheTimelineOfItsTest() {
    Fixtures.succeeds(ConstructorCase.class, 3);
  }

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

  @Test
  void perClass_fieldsAreSetAnewBeforeEachTest_thoseOfTheTestAreLeftAlone() {
    Fixtures.succeeds(PerClassCase.class, 4);
  }

  @Test
  void perClassConstructor_isRefusedWithAReason() {
    Throwable failure = Fixtures.failureOfContainer(PerClassConstructorCase.class);

    assertThat(failure)
        .isInstanceOf(ParameterResolutionException.class)
        .hasMessageContaining("gets no Timeline: it runs once for all tests of its class")
        .hasMessageContaining("the lifecycle PER_METHOD");
  }

  @Test
  void beforeAll_isRefusedWithAReason() {
    Throwable failure = Fixtures.failureOfContainer(BeforeAllCase.class);

    assertThat(failure)
        .hasMessageContaining("gets no Scheduler")
        .hasMessageContaining("a @BeforeEach or @AfterEach method");
  }

  @Test
  void staticFieldWithoutValue_isRefusedWithAReason() {
    assertThat(Fixtures.failureOf(StaticFieldCase.class))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("StaticFieldCase.time is static")
        .hasMessageContaining("Make it an instance field");
  }

  @Test
  void twoExtensions_areRefused() {
    assertThat(Fixtures.failureOf(TwiceCase.class))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("two TimelapseExtensions");
  }

  @Test
  void testsOfOneInstanceAtTheSameTime_areRefusedRatherThanMixedUp() {
    FieldInjection fields = new FieldInjection(new PerClassCase());
    TestTimeline first = testTimeline();
    TestTimeline second = testTimeline();
    fields.inject(first);

    assertThatThrownBy(() -> fields.inject(second))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("two tests of one instance of " + PerClassCase.class.getName())
        .hasMessageContaining("SAME_THREAD");
    first.end();
    fields.inject(second);
    second.end();
  }

  @Test
  void outerInstances_shareTheTimelineOfTheNestedTest() {
    Fixtures.succeeds(OuterCase.class, 2);
  }

  private static TestTimeline testTimeline() {
    return new TestTimeline(new TimelapseExtension(), TimelineSettings.of(List.of()));
  }

  @ExtendWith(TimelapseExtension.class)
  @Timelapse(start = "2027-01-01")
  static class ConstructorCase {

    private final Timeline time;
    private final Clock clock;
    @Outside private Runnable work;
    private Timeline field;

    ConstructorCase(Timeline time, Clock clock, @Outside Runnable work) {
      this.time = time;
      this.clock = clock;
      assertThat(work).hasToString("work");
      assertThat(time.now()).isEqualTo("2027-01-01T00:00:00Z");
      time.advanceBy(ofDays(1));
    }

    @Test
    void constructorParameters_areThoseOfTheTest(Timeline same, InstantSource instants) {
      assertThat(same).isSameAs(time).isSameAs(field);
      assertThat(clock.instant()).isEqualTo(instants.instant()).isEqualTo("2027-01-02T00:00:00Z");
    }

    @Test
    @Timelapse(start = "2027-01-01T00:00:00Z")
    void nextTest_startsAnew() {
      assertThat(time.elapsed()).isEqualTo(ofDays(1));
      assertThat(work).isNotNull();
    }

    @Nested
    class Inner {

      final Timeline innerTime;

      Inner(Timeline innerTime) {
        this.innerTime = innerTime;
      }

      @Test
      void constructorsOfAllInstances_shareTheTimeline() {
        assertThat(innerTime).isSameAs(time);
      }
    }
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

  @ExtendWith(TimelapseExtension.class)
  @TestInstance(Lifecycle.PER_CLASS)
  static class PerClassCase {

    private static final Instant OTHER_START = Instant.parse("2000-01-01T00:00:00Z");

    private Timeline time;
    private Timeline own = Timeline.startingAt(OTHER_START, ZoneOffset.UTC);
    private Clock derived;

    @BeforeEach
    void derive() {
      derived = time.clock(ZoneOffset.ofHours(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everyTest_seesANewTimelineAndItsOwnValues(int number, Timeline same) {
      assertThat(same).isSameAs(time);
      assertThat(time.elapsed()).isZero();
      time.advanceBy(ofSeconds(number));
      assertThat(own.now()).isEqualTo("2000-01-01T00:00:00Z");
      assertThat(derived.instant()).isEqualTo(time.now());
    }

    @Nested
    class Inner {

      private Timeline innerTime;

      @ParameterizedTest
      @ValueSource(ints = {1, 2})
      void nestedTests_setTheFieldsOfTheOuterInstanceToo(int number) {
        assertThat(innerTime).isSameAs(time);
        assertThat(time.elapsed()).isZero();
        time.advanceBy(ofSeconds(number));
      }
    }
  }

  @ExtendWith(TimelapseExtension.class)
  @TestInstance(Lifecycle.PER_CLASS)
  static class PerClassConstructorCase {

    PerClassConstructorCase(Timeline time) {
      time.runCurrent();
    }

    @Test
    void test() {}
  }

  @ExtendWith(TimelapseExtension.class)
  static class BeforeAllCase {

    @BeforeAll
    static void start(Scheduler scheduler) {
      scheduler.close();
    }

    @Test
    void test() {}
  }

  @ExtendWith(TimelapseExtension.class)
  static class StaticFieldCase {

    static Clock fixed = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    static Timeline time;

    @Test
    void test() {}
  }

  @ExtendWith(TimelapseExtension.class)
  static class TwiceCase {

    @RegisterExtension static final TimelapseExtension TIME = TimelapseExtension.builder().build();

    @Test
    void test() {}
  }

  @ExtendWith(TimelapseExtension.class)
  static class OuterCase extends InjectionBase {

    private Timeline outerTime;
    @Outside private Runnable outerWork;

    @Nested
    class Inner extends InjectionBase {

      private Timeline time;
      @Outside private Runnable innerWork;

      @Test
      void instances_haveTheirOwnMocksOnOneTimeline() {
        assertThat(time).isSameAs(outerTime);
        assertThat(innerWork).isNotSameAs(outerWork);
        assertThat(inheritedScheduler).isSameAs(OuterCase.this.inheritedScheduler);
        inheritedScheduler.after(ofSeconds(1), outerWork::run);
        inheritedScheduler.after(ofSeconds(2), innerWork::run);
        time.advanceBy(ofSeconds(2));
        assertThat(time.recording().calls()).hasSize(2);
      }

      @Test
      void nextTest_setsAllOfThemAnew() {
        assertThat(outerTime.elapsed()).isZero();
        assertThat(outerTime.recording().calls()).isEmpty();
      }
    }
  }
}
