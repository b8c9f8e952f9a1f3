package dev.timelapse.testkit;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mock;
import org.mockito.Mockito;
import org.mockito.junit.jupiter.MockitoExtension;

class OtherExtensionsTest {

  private static final Clock BEAN = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @Test
  void mockitoExtension_inEitherOrder_getsItsMocksAndNoMore() {
    Fixtures.succeeds(MockitoFirstCase.class, 3);
    Fixtures.succeeds(MockitoLastCase.class, 3);
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

    @Nested
    class Inner {

      @Mock InstantSource innerMock;
      @Outside Runnable innerOutside;

      @ParameterizedTest
      @ValueSource(longs = {1, 2})
      void argumentsMocksAndVirtualTime_standSideBySide(
          long value, Timeline time, @Mock InstantSource parameter) {
        assertThat(List.of(innerMock, parameter))
            .allMatch(mock -> Mockito.mockingDetails(mock).isMock())
            .doesNotHaveDuplicates();
        assertThat(clock).isEqualTo(time.clock());
        time.after(ofHours(value), innerOutside::run);
        time.advanceBy(ofHours(value));
        assertThat(time.recording().calls()).hasSize(1);
      }
    }
  }

  @ExtendWith({TimelapseExtension.class, ClockProvider.class})
  static class TwoProvidersCase {

    @Test
    void test(Clock clock) {
      assertThat(clock).isNotNull();
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
