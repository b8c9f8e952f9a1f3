package dev.timelapse.scheduler.fork;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Where a process runs: by default in the directory and the environment of this JVM.
 *
 * @param directory its working directory, or null for this JVM's
 * @param added environment variables to set, by name
 * @param removed names of environment variables that it does not inherit
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ForkSurroundings(
    @Nullable Path directory, Map<String, String> added, Set<String> removed) {

  static final ForkSurroundings INHERITED = new ForkSurroundings(null, Map.of(), Set.of());

  /**
   * Copies the variables, in the order of their names.
   *
   * @param directory any, existing or not
   * @param added names are not empty and have no {@code =}
   * @param removed likewise
   * @throws IllegalArgumentException if a name is none
   */
  public ForkSurroundings {
    added = Collections.unmodifiableMap(new TreeMap<>(added));
    removed = Collections.unmodifiableSet(new TreeSet<>(removed));
    added.keySet().forEach(ForkSurroundings::checkName);
    removed.forEach(ForkSurroundings::checkName);
  }

  ForkSurroundings in(Path place) {
    return new ForkSurroundings(place, added, removed);
  }

  ForkSurroundings with(String name, String value) {
    Map<String, String> more = new TreeMap<>(added);
    more.put(name, Objects.requireNonNull(value, "value"));
    Set<String> fewer = new TreeSet<>(removed);
    fewer.remove(name);
    return new ForkSurroundings(directory, more, fewer);
  }

  ForkSurroundings without(String name) {
    Map<String, String> fewer = new TreeMap<>(added);
    fewer.remove(name);
    Set<String> more = new TreeSet<>(removed);
    more.add(name);
    return new ForkSurroundings(directory, fewer, more);
  }

  private static void checkName(String name) {
    if (name.isEmpty() || name.indexOf('=') >= 0) {
      throw new IllegalArgumentException(
          "an environment variable's name must not be empty and has no \"=\": \"" + name + "\"");
    }
  }
}
