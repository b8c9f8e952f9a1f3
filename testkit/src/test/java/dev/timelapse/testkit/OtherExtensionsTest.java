package dev.timelapse.testkit;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.mockito.Mock;
import org.mockito.Mockito;
import org.mockito.junit.jupiter.MockitoExtension;

class OtherExtensionsTest {

  private static final Clock BEAN = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @Test
  void mockitoExtension_inEitherOrder_getsItsMocksAndNoMore() {
    Fixtures.succeeds(MockitoFirstCase.class, 1);
    Fixtures.succeeds(MockitoLastCase.class, 1);
  }

  @Test
  void containerOfBeans_inEitherOrder_getsWhatItsAnnotationClaims() {
    Fixtures.succeeds(ContainerFirstCase.class, 1);
    Fixtures.succeeds(ContainerLastCase.class, 1);
  }

  @Test
  void otherExtensionProvidesAClockToo_isRefusedNamingBoth() {
    assertThat(Fixtures.failureOf(TwoProvidersCase.class))
        .isInstanceOf(ParameterResolutionException.class)
        .hasMessageContaining("competing ParameterResolvers")
        .hasMessageContaining(TimelapseExtension.class.getName())
        .hasMessageContaining(ClockProvider.class.getName());
  }

  @ExtendWith({MockitoExtension.class, TimelapseExtension.class})
  static class MockitoFirstCase extends MockitoCase {}

  @ExtendWith({TimelapseExtension.class, MockitoExtension.class})
  static class MockitoLastCase extends MockitoCase {}

  abstract static class MockitoCase {

    @Mock Clock mocked;
    @Mock InstantSource other;
    @Outside Runnable outside;
    Clock clock;

    @Test
    void mocksAndVirtualTime_standSideBySide(
        Timeline time, Clock sameClock, @Mock InstantSource parameter, @Outside Runnable call) {
      given(mocked.millis()).willReturn(42L);
      LongSupplier millis = mocked::millis;
      assertThat(millis.getAsLong()).isEqualTo(42);
      assertThat(Mockito.mockingDetails(parameter).isMock()).isTrue();
      assertThat(Mockito.mockingDetails(other).isMock()).isTrue();
      assertThat(clock).isEqualTo(sameClock).isEqualTo(time.clock());
      time.outside(outside).takes(ofHours(1));
      time.outside(call).takes(ofHours(1));
    }
  }

  @ExtendWith({BeanInjector.class, TimelapseExtension.class})
  static class ContainerFirstCase extends ContainerCase {

    ContainerFirstCase(@Bean Clock parameter, Timeline time) {
      super(parameter, time);
    }
  }

  @ExtendWith({TimelapseExtension.class, BeanInjector.class})
  static class ContainerLastCase extends ContainerCase {

    ContainerLastCase(@Bean Clock parameter, Timeline time) {
      super(parameter, time);
    }
  }

  abstract static class ContainerCase {

    private final Timeline constructed;
    @Bean Clock bean;
    Clock clock;

    ContainerCase(Clock parameter, Timeline time) {
      assertThat(parameter).isSameAs(BEAN);
      constructed = time;
    }

    @Test
    void beansAndVirtualTime_standSideBySide(@Bean Clock parameter, Timeline time) {
      assertThat(parameter).isSameAs(bean).isSameAs(BEAN);
      assertThat(clock).isEqualTo(time.clock());
      assertThat(constructed).isSameAs(time);
    }
  }

  @ExtendWith({TimelapseExtension.class, ClockProvider.class})
  static class TwoProvidersCase {

    @Test
    void test(Clock clock) {
      assertThat(clock).isNotNull();
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Bean {}

  /**
   * Injects as a container of beans does: fields when the instance is made, and parameters that
   * bear its annotation.
   */
  static class BeanInjector implements TestInstancePostProcessor, ParameterResolver {

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context)
        throws IllegalAccessException {
      for (Field field : ContainerCase.class.getDeclaredFields()) {
        if (field.isAnnotationPresent(Bean.class)) {
          field.set(instance, BEAN);
        }
      }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.isAnnotated(Bean.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return BEAN;
    }
  }

  static class ClockProvider implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Clock.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return BEAN;
    }
  }
}
