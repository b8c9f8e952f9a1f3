package dev.timelapse.scheduler;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * How a wall clock goes with elapsed time, past and to come, if nothing more is done to it.
 * Immutable.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface WallCourse {

  /**
   * Returns the first elapsed time at which the wall clock shows an instant or a later one.
   *
   * @param instant any instant
   * @return elapsed nanoseconds, possibly past; {@link SimulatedScheduler#NEVER} if that is not
   *     within 292 years
   */
  long elapsedAt(Instant instant);

  /**
   * Returns what the wall clock shows at an elapsed time.
   *
   * @param elapsed elapsed nanoseconds
   * @return the instant; the first or the last there is, if it would be beyond
   */
  Instant instantAt(long elapsed);
}
