package dev.timelapse.samples.housekeeping.backup;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A store that remembers names, and which of them have rotted. */
final class MemoryStore implements ObjectStore {

  final Set<String> names = new TreeSet<>();
  final Set<String> rotten = new HashSet<>();

  /** How many of the next objects rot as they are written. */
  int rotNextPuts;

  @Override
  public void put(String name, DataSet data) {
    names.add(name);
    rotten.remove(name);
    if (rotNextPuts > 0) {
      rotNextPuts--;
      rotten.add(name);
    }
  }

  @Override
  public boolean verify(String name) {
    return names.contains(name) && !rotten.contains(name);
  }

  String newest() {
    return Collections.max(names);
  }

  /** How many objects are what was put. */
  long good() {
    return names.stream().filter(this::verify).count();
  }

  @Override
  public List<String> list() {
    return List.copyOf(names);
  }

  @Override
  public void delete(String name) {
    names.remove(name);
  }
}
