package dev.timelapse.samples.replay.report;

import dev.timelapse.samples.replay.history.Intake;
import dev.timelapse.samples.replay.history.Period;
import dev.timelapse.samples.replay.history.Tally;
import dev.timelapse.samples.replay.history.UnreadableRow;
import dev.timelapse.samples.replay.world.Downtime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Invented figures, all different, so that none can stand for another. */
final class Samples {

  static final Instant FROM = Instant.parse("2003-01-01T07:00:00Z");
  static final Instant UNTIL = Instant.parse("2003-04-11T07:00:00Z");
  static final Period PERIOD = new Period(FROM, UNTIL);

  private Samples() {}

  static Summary summary() {
    return new Summary(
        new Summary.Setting(
            "Toy <1> & 2",
            ZoneId.of("America/Denver"),
            FROM,
            UNTIL,
            1024,
            3,
            Duration.ofSeconds(90),
            2,
            77),
        new Intake(5000, 4000, 22, List.of(new UnreadableRow(17, "nodenum is empty")), 5, 6, 7, 8),
        new Tally(4000, 11, 12, 13, 14, 15, 16, 3919, 18),
        new Summary.Detection(
            3919,
            3900,
            10,
            9,
            Duration.ofSeconds(95),
            Duration.ofSeconds(178),
            Duration.ofHours(5)),
        new Summary.Spares(31, 32, 33, Duration.ofHours(24), Duration.ofMinutes(330)),
        new Summary.Services(
            1024,
            new Downtime(Duration.ofHours(2457), 3919, Duration.ofHours(100)),
            new Downtime(Duration.ofMinutes(90), 41, Duration.ofMinutes(45)),
            42),
        new Summary.Copies(3, 51, 52, 53, 54, 55, 56, 57),
        new TreeMap<>(Map.of("spare pool", 33, "backup age", 1)),
        new Summary.Run(123_456, 147_456_000, PERIOD.length()));
  }

  static Timing timing() {
    return Timing.of(summary().run(), Duration.ofMillis(1500));
  }
}
