package dev.timelapse.samples.replay.run;

import static java.util.Comparator.naturalOrder;

import dev.timelapse.samples.replay.history.Outage;
import dev.timelapse.samples.replay.report.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the book of which outages were noticed, and how late. */
final class DetectionBook {

  private final @Nullable Outage[] current;
  private final boolean[] markedDown;
  private final boolean[] accounted;
  private final List<Detection> detections = new ArrayList<>();
  private int outages;
  private int tooShort;
  private int unseparated;

  DetectionBook(int nodes) {
    this.current = new Outage[nodes];
    this.markedDown = new boolean[nodes];
    this.accounted = new boolean[nodes];
  }

  void began(Outage outage) {
    int node = outage.node();
    outages++;
    current[node] = outage;
    accounted[node] = markedDown[node];
    if (markedDown[node]) {
      unseparated++;
    }
  }

  void ended(Outage outage) {
    int node = outage.node();
    current[node] = null;
    if (!accounted[node]) {
      tooShort++;
    }
  }

  void markedDown(int node, Instant at) {
    Outage outage = current[node];
    if (outage == null) {
      throw new IllegalStateException("node " + node + " is up and was marked down at " + at);
    }
    markedDown[node] = true;
    accounted[node] = true;
    detections.add(new Detection(outage, at));
  }

  void markedUp(int node) {
    markedDown[node] = false;
  }

  List<Detection> detections() {
    return List.copyOf(detections);
  }

  Summary.Detection summary() {
    List<Duration> delays =
        detections.stream()
            .map(detection -> Duration.between(detection.outage().start(), detection.at()))
            .sorted(naturalOrder())
            .toList();
    return new Summary.Detection(
        outages,
        detections.size(),
        tooShort,
        unseparated,
        percentile(delays, 50),
        percentile(delays, 99),
        percentile(delays, 100));
  }

  /**
   * Returns the least of the sorted values that no fewer than so many in a hundred do not exceed.
   */
  static Duration percentile(List<Duration> sorted, int percent) {
    if (sorted.isEmpty()) {
      return Duration.ZERO;
    }
    int rank = (int) (((long) sorted.size() * percent + 99) / 100);
    return sorted.get(rank - 1);
  }
}
