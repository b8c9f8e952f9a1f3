package dev.timelapse.testkit;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.BDDMockito.given;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.outside.UnstubbedCallError;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of leftover on its own: what is told of it, and that it can be allowed. */
class LeftoverKindsTest {

  interface Store {
    boolean isUp();
  }

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();

  @ParameterizedTest
  @EnumSource
  void leftBehind_failsTheTest_withTheThingItsRemedyAndHowToAllowIt(Leftover kind) {
    String thing = leave(kind);

    AssertionError error = time.end();

    if (kind == Leftover.UNSTUBBED_CALLS) {
      assertThat(error).isInstanceOf(UnstubbedCallError.class).hasMessageContaining(thing);
    } else {
      assertThat(error)
          .isInstanceOf(LeftoversError.class)
          .hasMessageContainingAll(
              kind.title() + ":\n  ",
              thing,
              "Either " + kind.remedy() + "; or allow it",
              "@Timelapse(allow = Leftover." + kind + "), or allow(Leftover." + kind + ") on")
          .message()
          .containsOnlyOnce("Either ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void leftBehindAndAllowed_passes(Leftover kind) {
    assertThat(leave(kind)).isNotEmpty();

    time.allow(kind);

    assertThat(time.end()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void leftBehindWhileAllOtherKindsAreAllowed_fails(Leftover kind) {
    assertThat(leave(kind)).isNotEmpty();
    for (Leftover other : Leftover.values()) {
      if (other != kind) {
        time.allow(other);
      }
    }

    assertThat(time.end()).isNotNull();
  }

  /** Leaves something of a kind, and nothing else. Answers words of it. */
  private String leave(Leftover kind) {
    switch (kind) {
      case HELD_TIME -> time.hold("upload");
      case PENDING_ONE_SHOTS -> scheduler.after(ofHours(1), () -> {});
      case WAITING_TASKS -> {
        time.strand("sleeper", () -> time.sleep(ofHours(1)));
        time.runCurrent();
      }
      case UNSEEN_FAILURES -> {
        time.strand("client", () -> Integer.parseInt("forty-two"));
        time.runCurrent();
      }
      case UNSTUBBED_CALLS -> {
        Store store = time.mockOutside(Store.class, "store");
        scheduler.after(ofSeconds(1), () -> assertThat(catchThrowable(store::isUp)).isNotNull());
        time.advanceBy(ofSeconds(1));
      }
      case UNDECIDED_CHECKS -> time.eventually("all is well", () -> false, ofHours(1));
      case UNUSED_BEHAVIOURS ->
          time.outside(time.mockOutside(Store.class, "store"))
              .failsWith(IllegalStateException::new);
      case UNUSED_STUBS -> given(time.mockOutside(Store.class, "store").isUp()).willReturn(true);
    }
    return switch (kind) {
      case HELD_TIME -> "\"upload\"";
      case PENDING_ONE_SHOTS -> "due 2026-03-01T01:00:00Z";
      case WAITING_TASKS -> "strand \"sleeper\" waits for sleep";
      case UNSEEN_FAILURES -> "forty-two";
      case UNSTUBBED_CALLS -> "store.isUp() at 2026-03-01T00:00:01Z";
      case UNDECIDED_CHECKS -> "all is well";
      case UNUSED_BEHAVIOURS -> "fails";
      case UNUSED_STUBS -> "isUp()";
    };
  }
}
