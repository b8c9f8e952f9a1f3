package dev.timelapse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A timeline that has ended with its test, and somebody still has. */
class EndedTimelineTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  enum Verb {
    ADVANCE {
      @Override
      ThrowingCallable on(Timeline time) {
        return () -> time.advanceBy(SECOND);
      }
    },
    SLEEP {
      @Override
      ThrowingCallable on(Timeline time) {
        return () -> time.sleep(SECOND);
      }
    },
    AFTER {
      @Override
      ThrowingCallable on(Timeline time) {
        return () -> time.after(SECOND, () -> {});
      }
    },
    AT {
      @Override
      ThrowingCallable on(Timeline time) {
        return () -> time.at(time.now().plus(SECOND), () -> {});
      }
    },
    EVERY {
      @Override
      ThrowingCallable on(Timeline time) {
        return () -> time.every(SECOND, () -> {});
      }
    },
    STRAND {
      @Override
      ThrowingCallable on(Timeline time) {
        return () -> time.strand("late", () -> {});
      }
    },
    STEP {
      @Override
      ThrowingCallable on(Timeline time) {
        return () -> time.wallClock().stepBy(SECOND);
      }
    },
    DRIFT {
      @Override
      ThrowingCallable on(Timeline time) {
        return () -> time.wallClock().driftBy(SECOND, Duration.ofDays(1));
      }
    };

    abstract ThrowingCallable on(Timeline time);
  }

  @BeforeEach
  void end() {
    time.advanceBy(SECOND);
    time.close();
  }

  @ParameterizedTest
  @EnumSource
  void somethingIsToHappenOnIt_isRefused(Verb verb) {
    assertThatIllegalStateException()
        .isThrownBy(verb.on(time))
        .withMessageContaining("has ended with its test");
  }

  @Test
  void itIsAskedWhatHappened_answers() {
    assertThat(time.elapsed()).isEqualTo(SECOND);
    assertThat(time.now()).isEqualTo(Instant.parse("2026-01-01T00:00:01Z"));
    assertThat(time.pending()).isEmpty();
    assertThat(time.recording().entries()).isEmpty();
  }
}
