package dev.timelapse.samples.replay.report;

import java.time.Duration;

/**
 * How long a replay took; differs from one run to the next.
 *
 * @param real the time on the machine's clock
 * @param eventsPerSecond events of the timeline in a second of real time
 * @param probeCallsPerSecond nodes asked in a second of real time
 * @param ratio simulated time by real time
 */
public record Timing(Duration real, long eventsPerSecond, long probeCallsPerSecond, long ratio) {

  /** Relates what was simulated to the time that it took, which counts as a nanosecond at least. */
  public static Timing of(Summary.Run run, Duration real) {
    double seconds = Math.max(real.toNanos(), 1) / 1e9;
    return new Timing(
        real,
        Math.round(run.events() / seconds),
        Math.round(run.probeCalls() / seconds),
        Math.round(run.simulated().toSeconds() / seconds));
  }
}
