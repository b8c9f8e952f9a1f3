package dev.timelapse.samples.housekeeping.fleet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is really placed, whatever the daemon knows of it. */
final class MemoryInventory implements Provisioner {

  final Set<Replica> placed = new LinkedHashSet<>();

  @Override
  public List<Replica> replicas() {
    return List.copyOf(placed);
  }

  @Override
  public void place(Service service, Node node) {
    placed.add(new Replica(service.name(), node.name()));
  }

  @Override
  public void remove(Service service, Node node) {
    placed.remove(new Replica(service.name(), node.name()));
  }
}
