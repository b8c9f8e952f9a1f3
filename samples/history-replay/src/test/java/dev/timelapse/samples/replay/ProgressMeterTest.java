package dev.timelapse.samples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.samples.replay.history.Period;
import dev.timelapse.scheduler.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import org.junit.jupiter.api.Test;

class ProgressMeterTest {

  private static final Instant START = Instant.parse("2003-01-01T00:00:00Z");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Test
  void replay_hasComeHalfWay_showsDateSpeedUpAndShare() {
    Period period = new Period(START, START.plus(Duration.ofDays(200)));
    TenSeconds time = new TenSeconds();
    DelegatingProgressBarConsumer terminal = new DelegatingProgressBarConsumer(lines::add, 100);

    try (ProgressMeter meter = new ProgressMeter(terminal, period, ZoneOffset.UTC, time)) {
      meter.accept(START.plus(Duration.ofDays(100)));
    }

    // A hundred days in ten seconds.
    assertThat(lines.get(lines.size() - 1))
        .contains("50%")
        .contains("100/200")
        .contains("2003-04-11")
        .contains("864,000x");
  }

  /** Each look at the clock is ten seconds after the one before. */
  private static final class TenSeconds implements TimeSource {

    private long nanos;

    @Override
    public long nanoTime() {
      nanos += 10_000_000_000L;
      return nanos;
    }

    @Override
    public Instant instant() {
      return Instant.EPOCH.plusNanos(nanos);
    }
  }
}
