package dev.timelapse.samples.housekeeping.fleet;

import dev.timelapse.samples.housekeeping.files.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Places replicas by writing who runs what to a file of lines {@code service,node}, which the
 * nodes' own agents follow. The file is replaced as a whole; a daemon that starts again finds in it
 * what was placed.
 */
public final class InventoryFile implements Provisioner {

  private static final String HEADER = "service,node";

  private final Path file;

  /** Creates a provisioner; the file need not be there yet. */
  public InventoryFile(Path file) {
    this.file = file;
  }

  @Override
  public List<Replica> replicas() throws IOException {
    if (Files.notExists(file)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new IOException(file + ":1: the first line must be \"" + HEADER + "\"");
    }
    List<Replica> replicas = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] fields = lines.get(i).split(",", -1);
      if (fields.length != 2) {
        throw new IOException(
            file + ":" + (i + 1) + ": expected \"" + HEADER + "\", found \"" + lines.get(i) + "\"");
      }
      replicas.add(new Replica(fields[0], fields[1]));
    }
    return replicas;
  }

  @Override
  public void place(Service service, Node node) throws IOException {
    Set<Replica> replicas = sorted();
    if (replicas.add(new Replica(service.name(), node.name()))) {
      write(replicas);
    }
  }

  @Override
  public void remove(Service service, Node node) throws IOException {
    Set<Replica> replicas = sorted();
    if (replicas.remove(new Replica(service.name(), node.name()))) {
      write(replicas);
    }
  }

  private Set<Replica> sorted() throws IOException {
    Set<Replica> sorted =
        new TreeSet<>(Comparator.comparing(Replica::service).thenComparing(Replica::node));
    sorted.addAll(replicas());
    return sorted;
  }

  private void write(Set<Replica> replicas) throws IOException {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (Replica replica : replicas) {
      text.append(replica.service()).append(',').append(replica.node()).append('\n');
    }
    AtomicFiles.write(file, text.toString());
  }
}
