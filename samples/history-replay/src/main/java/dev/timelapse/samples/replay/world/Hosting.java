package dev.timelapse.samples.replay.world;

import dev.timelapse.samples.housekeeping.fleet.Node;
import dev.timelapse.samples.housekeeping.fleet.Provisioner;
import dev.timelapse.samples.housekeeping.fleet.Replica;
import dev.timelapse.samples.housekeeping.fleet.Service;
import dev.timelapse.scheduler.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts services on nodes, at once, and accounts for their downtime. Each node but the spares runs a
 * service of its own at first. A node has room for one service, and one that is down takes orders
 * neither to run a service nor to stop one. A service is up while a node is up on which it is.
 */
public final class Hosting implements Provisioner {

  private final TimeSource time;
  private final ScriptedNodes nodes;
  private final List<Replica> initially = new ArrayList<>();
  private final Map<String, HostedService> services = new LinkedHashMap<>();

  /** What is on each node; null for nothing. */
  private final HostedService[] guests;

  private Downtime downtime = Downtime.NONE;
  private long refusals;

  /**
   * Puts a service on each of the first nodes.
   *
   * @param names all nodes, in the order of their indexes
   * @param active how many of them, from the first, run a service
   */
  public Hosting(TimeSource time, ScriptedNodes nodes, List<String> names, int active) {
    this.time = time;
    this.nodes = nodes;
    this.guests = new HostedService[names.size()];
    for (int node = 0; node < active; node++) {
      HostedService service = new HostedService();
      service.hosts.add(node);
      guests[node] = service;
      services.put(serviceOn(names.get(node)), service);
      initially.add(new Replica(serviceOn(names.get(node)), names.get(node)));
    }
  }

  /** Returns the name of the service that a node runs at first. */
  public static String serviceOn(String node) {
    return "service of " + node;
  }

  /** Takes note that a node went down or came up. */
  public void nodeChanged(int node) {
    HostedService guest = guests[node];
    if (guest != null) {
      account(guest);
    }
  }

  /** Ends the accounts: what is down now was down until now. */
  public void close() {
    for (HostedService service : services.values()) {
      if (service.downSince != null) {
        downtime = downtime.plus(Duration.between(service.downSince, time.instant()));
        service.downSince = null;
      }
    }
  }

  @Override
  public List<Replica> replicas() {
    return List.copyOf(initially);
  }

  @Override
  public void place(Service service, Node node) throws RefusedException {
    HostedService placed = hosted(service);
    HostedService guest = guests[node.index()];
    if (guest == placed) {
      return;
    }
    if (nodes.isDown(node.index()) || guest != null) {
      throw refused(node, guest != null ? "runs a service already" : "is down");
    }
    guests[node.index()] = placed;
    placed.hosts.add(node.index());
    account(placed);
  }

  @Override
  public void remove(Service service, Node node) throws RefusedException {
    HostedService removed = hosted(service);
    if (guests[node.index()] != removed) {
      return;
    }
    if (nodes.isDown(node.index())) {
      throw refused(node, "is down");
    }
    guests[node.index()] = null;
    removed.hosts.remove((Integer) node.index());
    account(removed);
  }

  /** Returns how long services were down up to the end of the last interruption. */
  public Downtime downtime() {
    return downtime;
  }

  /** Returns how many orders were refused. */
  public long refusals() {
    return refusals;
  }

  private RefusedException refused(Node node, String why) {
    refusals++;
    return new RefusedException(node.name() + " " + why);
  }

  private HostedService hosted(Service service) {
    HostedService found = services.get(service.name());
    if (found == null) {
      throw new IllegalArgumentException("nothing is known of a service " + service.name());
    }
    return found;
  }

  private void account(HostedService service) {
    boolean up = service.hosts.stream().anyMatch(node -> !nodes.isDown(node));
    Instant since = service.downSince;
    if (up && since != null) {
      downtime = downtime.plus(Duration.between(since, time.instant()));
      service.downSince = null;
    } else if (!up && since == null) {
      service.downSince = time.instant();
    }
  }
}
