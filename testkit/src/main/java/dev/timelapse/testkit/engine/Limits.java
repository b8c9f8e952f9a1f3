package dev.timelapse.testkit.engine;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * How far a run may go before it is taken for one that does not end.
 *
 * @param horizon how much elapsed time may pass from the start of the timeline on; more than zero
 * @param events how many events may run, and waits end, in all; more than zero
 * @param eventsAtInstant how many of them at one instant; more than zero
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Limits(Duration horizon, long events, long eventsAtInstant) {

  /** A century, a hundred million events, a million at one instant. */
  public static final Limits DEFAULT = new Limits(Duration.ofDays(36_525), 100_000_000, 1_000_000);

  /** Checks that each leaves something. */
  public Limits {
    if (horizon.isNegative() || horizon.isZero()) {
      throw new IllegalArgumentException("the horizon must be more than zero, but is " + horizon);
    }
    if (events <= 0 || eventsAtInstant <= 0) {
      throw new IllegalArgumentException(
          "the limits on events must be more than zero, but are "
              + events
              + " in all and "
              + eventsAtInstant
              + " at one instant");
    }
  }

  /** Returns the same with another horizon. */
  public Limits withHorizon(Duration other) {
    return new Limits(other, events, eventsAtInstant);
  }

  /** Returns the same with another limit on events. */
  public Limits withEvents(long other) {
    return new Limits(horizon, other, eventsAtInstant);
  }
}
