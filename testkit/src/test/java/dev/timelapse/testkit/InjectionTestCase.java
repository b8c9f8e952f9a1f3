package dev.timelapse.testkit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;

@ExtendWith(TimelapseExtension.class)
@Timelapse(start = "2026-03-28T02:00", zone = "Europe/Berlin")
class InjectionTestCase extends InjectionBase {

  private static final Clock FIXED = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  Timeline time;
  Clock clock;
  InstantSource instants;
  TimeSource source;
  Clock ownClock = FIXED;
  @Outside private Callable<String> call;

  private boolean prepared;

  @BeforeEach
  void prepare(Timeline sameTime) {
    assertThat(sameTime).isSameAs(time);
    prepared = true;
  }

  @AfterEach
  void check(Timeline sameTime) {
    assertThat(sameTime).isSameAs(time);
  }

  @Test
  void fieldsAndParameters_areOfOneTimeline(
      Timeline otherTime, Scheduler otherScheduler, Clock otherClock, InstantSource other) {
    assertThat(prepared).isTrue();
    assertThat(otherTime).isSameAs(time);
    assertThat(otherScheduler).isSameAs(inheritedScheduler);
    assertThat(otherClock.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    time.advanceBy(ofSeconds(5));
    Instant now = Instant.parse("2026-03-28T01:00:05Z");
    assertThat(clock.instant()).isEqualTo(now);
    assertThat(instants.instant()).isEqualTo(now);
    assertThat(source.instant()).isEqualTo(now);
    assertThat(other.instant()).isEqualTo(now);
  }

  @Test
  void fieldWithAValue_isLeftAlone() {
    assertThat(ownClock).isSameAs(FIXED);
  }

  @Test
  void outside_areMocksNamedLikeTheirFieldOrParameter(@Outside Runnable parameter) {
    assertThat(Mockito.mockingDetails(call).isMock()).isTrue();
    assertThat(call).hasToString("call");
    assertThat(Mockito.mockingDetails(parameter).isMock()).isTrue();
    time.outside(call).takes(ofSeconds(1));
  }

  @Test
  @Timelapse(start = "2030-01-01")
  void annotationOnMethod_goesBeforeTheOneOnTheClass_attributeByAttribute() {
    assertThat(clock.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(time.now()).isEqualTo("2029-12-31T23:00:00Z");
  }

  @RepeatedTest(2)
  void everyRepetition_startsAnew() {
    assertThat(time.elapsed()).isZero();
    time.advanceBy(ofSeconds(1));
  }

  @Nested
  class Inner {

    Timeline innerTime;

    @Test
    void nestedClass_inheritsSettingsAndSharesTheTimeline() {
      assertThat(innerTime).isSameAs(time);
      assertThat(innerTime.now()).isEqualTo("2026-03-28T01:00:00Z");
    }

    @Nested
    @Timelapse(start = "2031-05-05T00:00:00Z")
    class Deeper {

      @Test
      void annotationOnNestedClass_counts(Timeline deepTime) {
        assertThat(deepTime).isSameAs(time);
        assertThat(deepTime.now()).isEqualTo("2031-05-05T00:00:00Z");
      }
    }
  }
}
