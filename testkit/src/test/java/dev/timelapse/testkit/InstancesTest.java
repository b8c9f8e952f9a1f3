package dev.timelapse.testkit;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which instances of test classes share a timeline, and what is set anew in them. */
class InstancesTest {

  @Test
  void constructor_getsTheTimelineOfItsTest() {
    Fixtures.succeeds(ConstructorCase.class, 3);
  }

  @Test
  void perClass_fieldsAreSetAnewBeforeEachTest_thoseOfTheTestAreLeftAlone() {
    Fixtures.succeeds(PerClassCase.class, 4);
  }

  @Test
  void outerInstances_shareTheTimelineOfTheNestedTest() {
    Fixtures.succeeds(OuterCase.class, 2);
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
