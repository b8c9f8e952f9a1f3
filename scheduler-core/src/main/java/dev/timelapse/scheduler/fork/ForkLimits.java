package dev.timelapse.scheduler.fork;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * Within which limits a process runs.
 *
 * @param time how long it may run before its tree is ended; with {@link ProcessLauncher#system} on
 *     the machine's elapsed clock, whatever the scheduler's time source is
 * @param grace how long the processes of a tree that is to end may take to do so by themselves,
 *     after being asked (SIGTERM) and before being made to (SIGKILL); zero does not ask
 * @param outputBytes how much output is handed over; what exceeds it is counted and dropped
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ForkLimits(Duration time, Duration grace, int outputBytes) {

  /** An hour, 5 s of grace, 256 KiB of output. */
  public static final ForkLimits DEFAULT =
      new ForkLimits(Duration.ofHours(1), Duration.ofSeconds(5), 256 * 1024);

  /**
   * Checks the limits.
   *
   * @param time positive
   * @param grace not negative
   * @param outputBytes not negative
   * @throws IllegalArgumentException if one is not
   */
  public ForkLimits {
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("a process's time limit must be positive, but is " + time);
    }
    if (grace.isNegative()) {
      throw new IllegalArgumentException("a grace must not be negative, but is " + grace);
    }
    if (outputBytes < 0) {
      throw new IllegalArgumentException(
          "a limit on output must not be negative, but is " + outputBytes + " bytes");
    }
  }
}
