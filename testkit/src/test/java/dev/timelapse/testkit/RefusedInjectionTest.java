package dev.timelapse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.scheduler.Scheduler;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What cannot be given a timeline, and is told why. */
class RefusedInjectionTest {

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
    FieldInjection fields = new FieldInjection(new BeforeAllCase());
    TestTimeline first = testTimeline();
    TestTimeline second = testTimeline();
    fields.inject(first);

    assertThatThrownBy(() -> fields.inject(second))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("two tests of one instance of " + BeforeAllCase.class.getName())
        .hasMessageContaining("SAME_THREAD");
    first.end(false);
    fields.inject(second);
    second.end(false);
  }

  private static TestTimeline testTimeline() {
    return new TestTimeline(new TimelapseExtension(), TimelineSettings.of(List.of()));
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
}
