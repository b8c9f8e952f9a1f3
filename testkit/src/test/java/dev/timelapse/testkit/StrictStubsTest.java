package dev.timelapse.testkit;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import dev.timelapse.scheduler.Scheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mock;
import org.mockito.exceptions.misusing.UnnecessaryStubbingException;
import org.mockito.junit.jupiter.MockitoExtension;

/** Mockito's strict stubs, beside mocks of the outside, whichever extension is named first. */
class StrictStubsTest {

  interface Store {
    String get(String key);
  }

  @Test
  void stubOfAPlainMock_isUnused_mockitoSaysSo() {
    assertThat(Fixtures.failureOf(Fixtures.run(PlainFirstCase.class)))
        .isInstanceOf(UnnecessaryStubbingException.class);
    assertThat(Fixtures.failureOf(Fixtures.run(PlainLastCase.class)))
        .isInstanceOf(UnnecessaryStubbingException.class);
  }

  @Test
  void stubOfTheOutside_isUnused_theTestFails_namingThePlace() {
    assertThat(Fixtures.failureOf(Fixtures.run(OutsideFirstCase.class)))
        .hasMessageContaining("StrictStubsTest.java");
    assertThat(Fixtures.failureOf(Fixtures.run(OutsideLastCase.class)))
        .hasMessageContaining("StrictStubsTest.java");
  }

  @Test
  void outsideIsCalledWithOtherArgumentsThanStubbed_theTestFails_namingBoth() {
    assertThat(Fixtures.failureOf(Fixtures.run(OtherArgumentsFirstCase.class)))
        .hasMessageContaining("get(")
        .hasMessageContaining("\"b\"");
    assertThat(Fixtures.failureOf(Fixtures.run(OtherArgumentsLastCase.class)))
        .hasMessageContaining("get(")
        .hasMessageContaining("\"b\"");
  }

  @ExtendWith({MockitoExtension.class, TimelapseExtension.class})
  static class PlainFirstCase extends PlainCase {}

  @ExtendWith({TimelapseExtension.class, MockitoExtension.class})
  static class PlainLastCase extends PlainCase {}

  abstract static class PlainCase {

    @Mock Store plain;
    @Outside Store outside;

    @Test
    void stubsInVain(Timeline time) {
      when(plain.get("a")).thenReturn("apple");
      time.advanceBy(ofHours(1));
    }
  }

  @ExtendWith({MockitoExtension.class, TimelapseExtension.class})
  static class OutsideFirstCase extends OutsideCase {}

  @ExtendWith({TimelapseExtension.class, MockitoExtension.class})
  static class OutsideLastCase extends OutsideCase {}

  abstract static class OutsideCase {

    @Outside Store outside;

    @Test
    void stubsInVain(Timeline time) {
      when(outside.get("a")).thenReturn("apple");
      time.advanceBy(ofHours(1));
    }
  }

  @ExtendWith({MockitoExtension.class, TimelapseExtension.class})
  static class OtherArgumentsFirstCase extends OtherArgumentsCase {}

  @ExtendWith({TimelapseExtension.class, MockitoExtension.class})
  static class OtherArgumentsLastCase extends OtherArgumentsCase {}

  abstract static class OtherArgumentsCase {

    @Outside Store outside;

    @Test
    void asksForAnotherKey(Timeline time, Scheduler scheduler) {
      when(outside.get("a")).thenReturn("apple");
      scheduler.after(ofHours(1), () -> outside.get("b"));
      scheduler.after(ofHours(2), () -> outside.get("a"));
      time.advanceBy(ofHours(2));
    }
  }
}
