package dev.timelapse.samples.replay.history;

import java.time.ZoneId;
import java.util.List;

/**
 * The outages of a cluster's nodes over a period. Outages of one node neither overlap nor touch;
 * all are in the period, in the order of start and node.
 *
 * @param source where it comes from, for the reader of a report
 * @param zone the cluster's time zone
 * @param period the period that is replayed
 * @param nodes the names of the nodes, those without an outage too
 * @param outages the outages
 * @param tally what became of the recorded outages
 */
public record History(
    String source,
    ZoneId zone,
    Period period,
    List<String> nodes,
    List<Outage> outages,
    Tally tally) {

  /** Takes copies of the lists. */
  public History {
    nodes = List.copyOf(nodes);
    outages = List.copyOf(outages);
  }
}
