package dev.timelapse.samples.replay.run;

import dev.timelapse.samples.replay.history.History;
import dev.timelapse.samples.replay.history.Outage;
import dev.timelapse.samples.replay.history.Period;
import dev.timelapse.samples.replay.history.Tally;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Histories of invented outages, each a function of a seed. */
final class RandomHistory {

  static final Instant START = Instant.parse("2031-03-01T00:00:00Z");

  private RandomHistory() {}

  /**
   * Outages and gaps from a second to some hours, so that probes see all of them, some, or none.
   */
  static History ofSeconds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int nodes = random.nextInt(1, 7);
    long end = 86_400L * random.nextInt(1, 6);
    List<Outage> outages = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      long start = random.nextInt(0, 3) * 1000L;
      while (start < end) {
        long length = roughly(random);
        outages.add(outage(node, start, Math.min(end, start + length)));
        start += length + roughly(random);
      }
    }
    return history(nodes, end, outages);
  }

  /** Outages in whole minutes, one a node at most. */
  static History onceEach(long seed, int minutes) {
    SplittableRandom random = new SplittableRandom(seed);
    int nodes = random.nextInt(3, 12);
    List<Outage> outages = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      int start = random.nextInt(minutes);
      int length = random.nextInt(1, random.nextBoolean() ? 10 : 400);
      if (random.nextInt(6) > 0) {
        outages.add(outage(node, start * 60L, Math.min(minutes, start + length) * 60L));
      }
    }
    return history(nodes, minutes * 60L, outages);
  }

  static History history(int nodes, long seconds, List<Outage> outages) {
    List<Outage> sorted =
        outages.stream()
            .sorted(Comparator.comparing(Outage::start).thenComparingInt(Outage::node))
            .toList();
    int count = sorted.size();
    return new History(
        "invented",
        ZoneOffset.UTC,
        new Period(START, START.plusSeconds(seconds)),
        IntStream.range(0, nodes).mapToObj(n -> "node-" + n).toList(),
        sorted,
        new Tally(count, 0, 0, 0, 0, 0, 0, count, 0));
  }

  static Outage outage(int node, long start, long end) {
    return new Outage(node, START.plusSeconds(start), START.plusSeconds(end), null);
  }

  private static long roughly(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(1, 60);
      case 1 -> 60L * random.nextInt(1, 10);
      case 2 -> random.nextInt(60, 1800);
      default -> random.nextInt(1800, 40_000);
    };
  }
}
