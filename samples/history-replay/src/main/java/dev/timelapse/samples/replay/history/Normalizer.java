package dev.timelapse.samples.replay.history;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings recorded outages into order. First those are dropped that end before they start, then
 * those that end when they start, then those outside the period; what reaches over an edge of the
 * period is cut there. Of what is left of a node, an outage that begins before or when an earlier
 * one ends is absorbed by it; the cause of the earlier one stays.
 */
final class Normalizer {

  private static final Comparator<Outage> BY_NODE =
      comparingInt(Outage::node).thenComparing(Outage::start).thenComparing(Outage::end);
  private static final Comparator<Outage> BY_START =
      comparing(Outage::start).thenComparingInt(Outage::node);

  private final List<Outage> merged = new ArrayList<>();
  private int reversed;
  private int empty;
  private int outside;
  private int cut;
  private int repeated;
  private int overlapping;
  private int touching;

  /** Makes a history of what was recorded. */
  static History history(HistorySource source, List<Outage> recorded, Period period) {
    Normalizer normalizer = new Normalizer();
    List<Outage> inside = new ArrayList<>();
    for (Outage outage : recorded) {
      if (normalizer.isSound(outage)) {
        normalizer.addInside(outage, period, inside);
      }
    }
    inside.sort(BY_NODE);
    normalizer.merge(inside);
    normalizer.merged.sort(BY_START);
    return new History(
        source.name(),
        source.zone(),
        period,
        source.nodes(),
        normalizer.merged,
        normalizer.tally(recorded.size()));
  }

  private boolean isSound(Outage outage) {
    int order = outage.end().compareTo(outage.start());
    if (order < 0) {
      reversed++;
    } else if (order == 0) {
      empty++;
    }
    return order > 0;
  }

  private void addInside(Outage outage, Period period, List<Outage> inside) {
    if (!period.touches(outage)) {
      outside++;
    } else if (period.contains(outage)) {
      inside.add(outage);
    } else {
      cut++;
      inside.add(period.cut(outage));
    }
  }

  private void merge(List<Outage> sorted) {
    @Nullable Outage previous = null;
    for (Outage outage : sorted) {
      int last = merged.size() - 1;
      if (last < 0
          || merged.get(last).node() != outage.node()
          || outage.start().isAfter(merged.get(last).end())) {
        merged.add(outage);
      } else {
        count(outage, previous, merged.get(last));
        if (outage.end().isAfter(merged.get(last).end())) {
          merged.set(last, merged.get(last).until(outage.end()));
        }
      }
      previous = outage;
    }
  }

  private void count(Outage absorbed, @Nullable Outage previous, Outage into) {
    if (previous != null
        && previous.start().equals(absorbed.start())
        && previous.end().equals(absorbed.end())) {
      repeated++;
    } else if (absorbed.start().isBefore(into.end())) {
      overlapping++;
    } else {
      touching++;
    }
  }

  private Tally tally(int recorded) {
    return new Tally(
        recorded, reversed, empty, outside, repeated, overlapping, touching, merged.size(), cut);
  }
}
