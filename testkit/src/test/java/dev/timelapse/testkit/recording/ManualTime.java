package dev.timelapse.testkit.recording;

import java.time.Duration;
import java.time.Instant;

/** A time that passes only when told. */
final class ManualTime implements RecordingTime {

  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private long elapsed;
  private long stepped;

  void passes(Duration duration) {
    elapsed += duration.toNanos();
  }

  void isStepped(Duration by) {
    stepped += by.toNanos();
  }

  @Override
  public long nanoTime() {
    return elapsed;
  }

  @Override
  public long wallNanos() {
    return elapsed + stepped;
  }
}
