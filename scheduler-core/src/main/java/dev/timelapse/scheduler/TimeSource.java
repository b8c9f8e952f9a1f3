package dev.timelapse.scheduler;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * The two clocks that a scheduler reads, and the only way in which it learns of time: elapsed time,
 * which never goes back and never jumps, and wall time, which may be stepped by an administrator or
 * by NTP.
 *
 * <p>Users implement this interface only to bring a clock of their own; production code takes
 * {@link #system()}, tests take the one of their timeline. Implementations are safe for use by many
 * threads.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface TimeSource {

  /**
   * Returns the time source of this machine: {@link System#nanoTime} and the system's UTC clock.
   *
   * @return the one shared instance
   */
  static TimeSource system() {
    return SystemTimeSource.INSTANCE;
  }

  /**
   * Returns elapsed time, as {@link System#nanoTime} does: only differences mean anything.
   *
   * @return nanoseconds since an arbitrary origin that is fixed for this time source
   */
  long nanoTime();

  /**
   * Returns wall time.
   *
   * @return the current instant of the wall clock, which may be before one returned earlier
   */
  Instant instant();
}
