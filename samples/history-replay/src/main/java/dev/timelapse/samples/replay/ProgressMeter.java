package dev.timelapse.samples.replay;

import dev.timelapse.samples.replay.history.Period;
import dev.timelapse.scheduler.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on a terminal how far a replay has come: simulated date, speed-up, time to go. */
final class ProgressMeter implements Consumer<Instant>, AutoCloseable {

  private static final int WIDTH = 100;

  private final Period period;
  private final ZoneId zone;
  private final TimeSource realTime;
  private final long started;
  private final ProgressBar bar;

  ProgressMeter(ProgressBarConsumer terminal, Period period, ZoneId zone, TimeSource realTime) {
    this.period = period;
    this.zone = zone;
    this.realTime = realTime;
    this.started = realTime.nanoTime();
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("Replaying")
            .setInitialMax(period.length().toDays())
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(" days", 1)
            .setConsumer(terminal)
            .build();
  }

  /** Creates one that draws on the standard error stream. */
  static ProgressMeter onTerminal(Period period, ZoneId zone, TimeSource realTime) {
    return new ProgressMeter(
        new ConsoleProgressBarConsumer(System.err, WIDTH), period, zone, realTime);
  }

  @Override
  public void accept(Instant reached) {
    Duration simulated = Duration.between(period.from(), reached);
    double real = Math.max(1, realTime.nanoTime() - started) / 1e9;
    bar.setExtraMessage(
        String.format(
            Locale.ROOT,
            " %s %,.0fx",
            LocalDate.ofInstant(reached, zone),
            simulated.toSeconds() / real));
    bar.stepTo(simulated.toDays());
  }

  @Override
  public void close() {
    bar.close();
  }
}
