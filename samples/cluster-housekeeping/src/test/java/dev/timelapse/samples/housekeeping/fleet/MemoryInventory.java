package dev.timelapse.samples.housekeeping.fleet;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is really placed, whatever the daemon knows of it. */
final class MemoryInventory implements Provisioner {

  final Set<Replica> placed = new LinkedHashSet<>();

  /** Whether answers get lost after something was placed. */
  boolean losesAnswers;

  @Override
  public List<Replica> replicas() {
    return List.copyOf(placed);
  }

  @Override
  public void place(Service service, Node node) throws IOException {
    placed.add(new Replica(service.name(), node.name()));
    if (losesAnswers) {
      throw new IOException("connection reset");
    }
  }

  @Override
  public void remove(Service service, Node node) {
    placed.remove(new Replica(service.name(), node.name()));
  }
}
