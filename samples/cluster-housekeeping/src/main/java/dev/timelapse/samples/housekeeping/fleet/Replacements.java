package dev.timelapse.samples.housekeeping.fleet;

import dev.timelapse.samples.housekeeping.paging.Alarm;
import dev.timelapse.scheduler.TimeSource;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Replaces active nodes that are down by spares, in the order in which they went down, and returns
 * repaired nodes to the pool. A repaired node is first cleared of what it still runs; then it is a
 * spare like any other, and the last in the pool. So one that comes back while it is being replaced
 * ends up as a spare, and one that comes back while it waits for a replacement may itself be the
 * spare that takes the place.
 *
 * <p>The pool is empty when no spare is left after that; somebody is paged then, once, and told
 * when a spare stays in it again.
 */
final class Replacements {

  private final Cluster cluster;
  private final Placements placements;
  private final Alarm noSpareLeft;
  private final TimeSource time;
  private final FleetListener listener;
  private @Nullable Instant emptySince;

  Replacements(
      Cluster cluster,
      Placements placements,
      Alarm noSpareLeft,
      TimeSource time,
      FleetListener listener) {
    this.cluster = cluster;
    this.placements = placements;
    this.noSpareLeft = noSpareLeft;
    this.time = time;
    this.listener = listener;
  }

  void run() throws Exception {
    if (!cluster.returning.isEmpty()) {
      admitReturning();
    }
    while (!cluster.vacancies.isEmpty() && !cluster.spares.isEmpty()) {
      Vacancy vacancy = cluster.vacancies.remove();
      Node spare = cluster.spares.remove();
      cluster.replace(vacancy, spare);
      placements.moveIn(vacancy, spare);
    }
    watchPool();
  }

  private void admitReturning() throws InterruptedException {
    for (Node node : new ArrayList<>(cluster.returning)) {
      if (placements.clear(node)) {
        cluster.returning.remove(node);
        cluster.becomeSpare(node);
      }
    }
  }

  private void watchPool() throws Exception {
    Instant since = emptySince;
    if (cluster.spares.isEmpty()) {
      if (since == null) {
        emptySince = time.instant();
        listener.poolEmptied(time.instant());
      }
      noSpareLeft.raise(account());
    } else if (since != null) {
      emptySince = null;
      listener.poolRefilled(since, time.instant());
      noSpareLeft.clear("spares again: " + cluster.spares);
    }
  }

  private String account() {
    return cluster.vacancies.isEmpty()
        ? "no spare is left for the next node that fails"
        : "no spare is left, and nothing replaces "
            + cluster.vacancies.stream().map(Vacancy::node).toList();
  }
}
