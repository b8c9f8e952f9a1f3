package dev.timelapse.testkit;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.junit.jupiter.MockitoExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Spring's own extension beside this one: what bears an annotation of Spring's is a bean. */
class SpringExtensionTest {

  private static final Clock BEAN = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @Test
  void springExtension_inEitherOrder_getsItsBeansAndNoMore() {
    Fixtures.succeeds(SpringFirstCase.class, 4);
    Fixtures.succeeds(SpringLastCase.class, 4);
  }

  @Test
  void springAndMockito_inAnyOrder_getTheirOwn() {
    Fixtures.succeeds(MockitoBetweenCase.class, 4);
  }

  @Test
  void oneInstanceForAllTests_hasTheSameBeansAndNewTimelines() {
    Fixtures.succeeds(PerClassCase.class, 4);
  }

  @Test
  void constructorThatSpringClaims_takesNoTimeline_andIsRefusedNamingBoth() {
    assertThat(Fixtures.failureOf(AutowiredConstructorCase.class))
        .isInstanceOf(ParameterResolutionException.class)
        .hasMessageContaining("competing ParameterResolvers")
        .hasMessageContaining(TimelapseExtension.class.getName())
        .hasMessageContaining(SpringExtension.class.getName());
  }

  @ExtendWith({SpringExtension.class, TimelapseExtension.class})
  static class SpringFirstCase extends SpringCase {

    SpringFirstCase(@Autowired InstantSource bean, Timeline time) {
      super(bean, time);
    }
  }

  @ExtendWith({TimelapseExtension.class, SpringExtension.class})
  static class SpringLastCase extends SpringCase {

    SpringLastCase(@Autowired InstantSource bean, Timeline time) {
      super(bean, time);
    }
  }

  @ExtendWith({TimelapseExtension.class, MockitoExtension.class, SpringExtension.class})
  static class MockitoBetweenCase extends SpringCase {

    MockitoBetweenCase(@Autowired InstantSource bean, Timeline time) {
      super(bean, time);
    }
  }

  @ContextConfiguration(classes = Beans.class)
  @Timelapse(start = "2026-03-27", zone = "Europe/Berlin")
  abstract static class SpringCase {

    private final Timeline constructed;
    @Autowired Clock bean;
    @Outside Runnable outside;
    Clock clock;
    Scheduler scheduler;

    SpringCase(InstantSource bean, Timeline time) {
      assertThat(bean).isSameAs(BEAN);
      constructed = time;
    }

    @BeforeEach
    void beanAndVirtualTime_areThereBeforeTheTest(@Autowired Clock parameter, Timeline time) {
      assertThat(parameter).isSameAs(bean).isSameAs(BEAN);
      assertThat(constructed).isSameAs(time);
      scheduler.after(ofHours(1), outside::run);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void argumentsBeansAndVirtualTime_standSideBySide(
        int hours, ApplicationContext context, Timeline time, ScheduledExecutorService executor) {
      assertThat(context.getBean(Clock.class)).isSameAs(bean);
      assertThat(clock).isEqualTo(time.clock());
      assertThat(executor.isShutdown()).isFalse();
      time.advanceBy(ofHours(hours));
      assertThat(time.recording().calls()).hasSize(1);
    }

    @Nested
    class Inner {

      @Autowired Clock innerBean;
      Timeline innerTime;

      @ParameterizedTest
      @ValueSource(ints = {1, 2})
      void nestedTest_hasTheSameBeans_andOneTimelineWithItsOuterInstance(
          int hours, @Autowired Clock parameter, Clock virtual) {
        assertThat(innerBean).isSameAs(parameter).isSameAs(bean);
        assertThat(innerTime).isSameAs(constructed);
        assertThat(virtual).isEqualTo(clock);
        innerTime.advanceBy(ofHours(hours));
        assertThat(innerTime.recording().calls()).hasSize(1);
      }
    }
  }

  @ExtendWith({TimelapseExtension.class, SpringExtension.class})
  @ContextConfiguration(classes = Beans.class)
  @TestInstance(Lifecycle.PER_CLASS)
  static class PerClassCase {

    @Autowired Clock bean;
    Timeline time;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyTest_startsAnewWithTheSameBean(int hours) {
      assertThat(bean).isSameAs(BEAN);
      assertThat(time.elapsed()).isZero();
      time.advanceBy(ofHours(hours));
    }
  }

  @ExtendWith({TimelapseExtension.class, SpringExtension.class})
  @ContextConfiguration(classes = Beans.class)
  static class AutowiredConstructorCase {

    @Autowired
    AutowiredConstructorCase(Clock bean, Timeline time) {
      assertThat(bean).isNotNull();
      time.runCurrent();
    }

    @Test
    void test() {}
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {

    @Bean
    Clock clock() {
      return BEAN;
    }
  }
}
