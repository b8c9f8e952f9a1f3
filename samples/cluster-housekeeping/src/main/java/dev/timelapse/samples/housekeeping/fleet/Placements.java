package dev.timelapse.samples.housekeeping.fleet;

import dev.timelapse.scheduler.TimeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each service at its wanted number of replicas, on different active nodes. A missing replica
 * goes to the node that runs least, the first configured of several; a node on which placing failed
 * comes after all others until something was placed on it. One that is too many, because of another
 * configuration or a restart, is taken off the node that misses answers, or that runs most, the
 * last of several. What fails is tried again in the next round. A replica whose placing failed may
 * be there all the same, because only the answer was lost: it is taken off again.
 */
final class Placements {

  private final Cluster cluster;
  private final Provisioner provisioner;
  private final TimeSource time;
  private final FleetListener listener;

  /** What may be placed though that failed. */
  private final Set<Doubt> doubtful = new LinkedHashSet<>();

  Placements(Cluster cluster, Provisioner provisioner, TimeSource time, FleetListener listener) {
    this.cluster = cluster;
    this.provisioner = provisioner;
    this.time = time;
    this.listener = listener;
  }

  void run() throws InterruptedException {
    for (Service service : cluster.services) {
      if (service.missing() != 0) {
        bringToWantedNumber(service);
      }
    }
    if (!doubtful.isEmpty()) {
      removeDoubtful();
    }
  }

  private void removeDoubtful() throws InterruptedException {
    for (Doubt doubt : List.copyOf(doubtful)) {
      if (asked(doubt.service, doubt.node, provisioner::remove)) {
        doubtful.remove(doubt);
      }
    }
  }

  private void bringToWantedNumber(Service service) throws InterruptedException {
    for (int missing = service.missing(); missing > 0; missing--) {
      Node node = bestNodeFor(service);
      if (node == null) {
        return;
      }
      place(service, node);
    }
    for (int tooMany = -service.missing(); tooMany > 0; tooMany--) {
      remove(service, worstHostOf(service));
    }
  }

  /** Places what a node ran that is down on the one that replaces it. */
  void moveIn(Vacancy vacancy, Node by) throws InterruptedException {
    for (Service service : vacancy.services()) {
      if (service.missing() > 0) {
        place(service, by);
      }
    }
  }

  /** Rids a node that has returned of what it ran. Answers whether it is empty now. */
  boolean clear(Node node) throws InterruptedException {
    for (Service service : new ArrayList<>(node.services)) {
      remove(service, node);
    }
    return node.services.isEmpty();
  }

  private @Nullable Node bestNodeFor(Service service) {
    Node best = null;
    for (Node node : cluster.nodes) {
      if (node.state == NodeState.ACTIVE
          && !node.services.contains(service)
          && (best == null || isBetter(node, best))) {
        best = node;
      }
    }
    return best;
  }

  private static boolean isBetter(Node node, Node than) {
    return node.failedPlacements != than.failedPlacements
        ? node.failedPlacements < than.failedPlacements
        : node.services.size() < than.services.size();
  }

  private static Node worstHostOf(Service service) {
    Node worst = service.hosts.get(0);
    for (Node node : service.hosts) {
      if (node.missed != worst.missed
          ? node.missed > worst.missed
          : node.services.size() >= worst.services.size()) {
        worst = node;
      }
    }
    return worst;
  }

  private void place(Service service, Node node) throws InterruptedException {
    Doubt doubt = new Doubt(service, node);
    if (!asked(service, node, provisioner::place)) {
      node.failedPlacements++;
      doubtful.add(doubt);
      return;
    }
    doubtful.remove(doubt);
    node.failedPlacements = 0;
    node.services.add(service);
    service.hosts.add(node);
    listener.replicaPlaced(service, node, time.instant());
  }

  private void remove(Service service, Node node) throws InterruptedException {
    if (!asked(service, node, provisioner::remove)) {
      return;
    }
    node.services.remove(service);
    service.hosts.remove(node);
    listener.replicaRemoved(service, node, time.instant());
  }

  /** Asks the provisioner for a change. Answers whether it said that it was made. */
  private boolean asked(Service service, Node node, Change change) throws InterruptedException {
    try {
      change.make(service, node);
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      listener.provisioningFailed(service, node, e, time.instant());
      return false;
    }
  }

  /** A replica that may be there. */
  private record Doubt(Service service, Node node) {}

  /** Something to ask the provisioner for. */
  private interface Change {
    void make(Service service, Node node) throws Exception;
  }
}
