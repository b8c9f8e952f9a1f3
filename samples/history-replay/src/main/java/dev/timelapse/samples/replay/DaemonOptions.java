package dev.timelapse.samples.replay;

import dev.timelapse.samples.replay.run.Scenario;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that say how the daemon is set up. */
final class DaemonOptions {

  private static final int MOST_SPARES = 100_000;

  @Option(
      names = "--spares",
      paramLabel = "N",
      defaultValue = "2",
      description = "Nodes that are added as spares (${DEFAULT-VALUE}).")
  private int spares;

  @Option(
      names = "--probe-period",
      paramLabel = "DURATION",
      defaultValue = "PT1M",
      description = "Time between two probes of a node (${DEFAULT-VALUE}).")
  private Duration probePeriod = Duration.ZERO;

  @Option(
      names = "--misses",
      paramLabel = "N",
      defaultValue = "2",
      description = "Missing answers in a row that mark a node down (${DEFAULT-VALUE}).")
  private int misses;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What generated outages, of nodes or of sites, come from (${DEFAULT-VALUE}).")
  private long seed;

  long seed() {
    return seed;
  }

  Scenario scenario() {
    return new Scenario(spares, probePeriod, misses, seed);
  }

  void check(CommandLine command) {
    if (spares < 0 || spares > MOST_SPARES) {
      throw new CommandLine.ParameterException(
          command, "--spares is " + spares + ": give a number from 0 to " + MOST_SPARES);
    }
    if (probePeriod.compareTo(Duration.ofSeconds(1)) < 0
        || probePeriod.compareTo(Duration.ofDays(1)) > 0) {
      throw new CommandLine.ParameterException(
          command, "--probe-period is " + probePeriod + ": give one from PT1S to PT24H, as PT5M");
    }
    if (misses < 1) {
      throw new CommandLine.ParameterException(
          command, "--misses is " + misses + ": give a number from 1 on");
    }
  }
}
