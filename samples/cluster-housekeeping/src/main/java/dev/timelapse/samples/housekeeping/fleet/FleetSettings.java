package dev.timelapse.samples.housekeeping.fleet;

import java.time.Duration;
import java.util.List;

/**
 * The cluster as configured.
 *
 * @param probePeriod the time between two rounds; the first round is at the start
 * @param missedAnswersToMarkDown the number of missing answers in a row that mark a node down
 * @param nodes all nodes, in the order in which they are considered
 * @param services all services, in the order in which they are placed
 */
public record FleetSettings(
    Duration probePeriod,
    int missedAnswersToMarkDown,
    List<NodeSettings> nodes,
    List<ServiceSettings> services) {

  /** How often nodes are probed if nothing else is said. */
  public static final Duration DEFAULT_PROBE_PERIOD = Duration.ofMinutes(1);

  /** How many missing answers mark a node down if nothing else is said. */
  public static final int DEFAULT_MISSED_ANSWERS = 2;

  /** Copies the lists. */
  public FleetSettings {
    nodes = List.copyOf(nodes);
    services = List.copyOf(services);
  }
}
