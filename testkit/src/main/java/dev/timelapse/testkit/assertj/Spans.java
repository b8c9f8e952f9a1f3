package dev.timelapse.testkit.assertj;

import dev.timelapse.testkit.recording.Recorded;
import dev.timelapse.testkit.recording.RecordedAction;
import dev.timelapse.testkit.recording.RecordedCall;
import dev.timelapse.testkit.recording.RecordedFiring;
import dev.timelapse.testkit.recording.Words;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What events have from their beginning to their end. */
final class Spans {

  /** Later than any timeline comes. */
  private static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE / 2);

  private Spans() {}

  static boolean failed(Recorded event) {
    if (event instanceof RecordedFiring firing) {
      return firing.failure() != null;
    } else if (event instanceof RecordedCall call) {
      return call.failure() != null;
    }
    return event instanceof RecordedAction action && action.failure() != null;
  }

  /** Answers whether an event is over; one without a duration is from the beginning. */
  static boolean hasEnded(Recorded event) {
    return duration(event) != null;
  }

  /** Returns how long an event took that is over. */
  static Duration took(Recorded event) {
    Duration took = duration(event);
    return took == null ? NEVER : took;
  }

  static boolean overlap(Recorded a, Recorded b) {
    return isBefore(a.elapsed(), b) && isBefore(b.elapsed(), a);
  }

  /** Returns which of two events is over later. */
  static Recorded longer(@Nullable Recorded a, Recorded b) {
    return a == null || end(a).compareTo(end(b)) < 0 ? b : a;
  }

  private static Duration end(Recorded event) {
    return event.elapsed().plus(took(event));
  }

  static String words(Duration duration) {
    return duration.isNegative() ? duration.toString() : Words.of(duration);
  }

  private static boolean isBefore(Duration beginning, Recorded event) {
    return beginning.compareTo(end(event)) < 0;
  }

  private static @Nullable Duration duration(Recorded event) {
    if (event instanceof RecordedFiring firing) {
      return firing.took();
    } else if (event instanceof RecordedCall call) {
      return call.took();
    } else if (event instanceof RecordedAction action) {
      return action.took();
    }
    return Duration.ZERO;
  }
}
