package dev.timelapse.samples.replay.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A history that a seed expands to, the same on every machine. Each node works for a time drawn
 * from a Weibull distribution and is then repaired for one drawn from a lognormal distribution, and
 * so on; nodes are independent, and new at the start. Times are whole seconds, rounded up.
 *
 * <p>The distributions and their parameters are those found in nine years of records of Los Alamos
 * National Laboratory by B. Schroeder and G. A. Gibson, "A large-scale study of failures in
 * high-performance computing systems", DSN 2006 (extended in IEEE TDSC 7(4), 2010): time between
 * failures is Weibull of shape 0.7 to 0.8, repair is lognormal, of median 54 and mean 355 minutes
 * over all systems. How often a node fails differs between systems by two orders of magnitude, and
 * is up to the caller.
 */
public final class GeneratedHistory {

  /** The shape of the time between failures, for a single node. */
  static final double SHAPE = 0.7;

  /** The gamma function at 1 + 1/0.7: the mean of a Weibull distribution of scale 1. */
  static final double MEAN_AT_SCALE_ONE = 1.2658235060572833;

  static final double REPAIR_MEDIAN_SECONDS = 54 * 60;
  static final double REPAIR_MEAN_SECONDS = 355 * 60;

  private static final LogNormal REPAIR =
      LogNormal.ofMedianAndMean(REPAIR_MEDIAN_SECONDS, REPAIR_MEAN_SECONDS);

  private GeneratedHistory() {}

  /**
   * Generates a history.
   *
   * @param prefix what the names of the nodes begin with
   * @param count how many nodes there are
   * @param meanUptime how long a node works between two outages, on average
   */
  public static History generate(
      long seed, String prefix, int count, Duration meanUptime, Period period) {
    List<String> nodes = IntStream.range(0, count).mapToObj(n -> prefix + n).toList();
    String name = "Generated history, seed " + seed;
    ZoneId zone = ZoneId.of("UTC");
    return Normalizer.history(
        new HistorySource(name, zone, nodes), outages(seed, count, meanUptime, period), period);
  }

  private static List<Outage> outages(long seed, int count, Duration meanUptime, Period period) {
    Weibull uptime = new Weibull(SHAPE, meanUptime.toSeconds() / MEAN_AT_SCALE_ONE);
    SplitMix seeds = new SplitMix(seed);
    List<Outage> outages = new ArrayList<>();
    for (int node = 0; node < count; node++) {
      SplitMix chance = new SplitMix(seeds.nextLong());
      Instant start = after(period.from(), uptime.draw(chance));
      while (start.isBefore(period.until())) {
        Instant end = after(start, REPAIR.draw(chance));
        outages.add(new Outage(node, start, end, null));
        start = after(end, uptime.draw(chance));
      }
    }
    return outages;
  }

  private static Instant after(Instant instant, double seconds) {
    return instant.plusSeconds((long) StrictMath.ceil(seconds));
  }
}
