package dev.timelapse.samples.housekeeping.config;

import dev.timelapse.samples.housekeeping.config.Kind.RefusedException;
import dev.timelapse.samples.housekeeping.config.Value.Entry;
import dev.timelapse.samples.housekeeping.config.Value.Mapping;
import dev.timelapse.samples.housekeeping.config.Value.Place;
import dev.timelapse.samples.housekeeping.config.Value.Scalar;
import dev.timelapse.samples.housekeeping.config.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping that is read key by key. What is wrong becomes a problem, and a stand-in takes its
 * place so that reading can go on. Keys that nobody asked for are problems too: see {@link #close}.
 */
final class Section implements AutoCloseable {

  private final Mapping mapping;
  private final String path;
  private final Problems problems;
  private final Set<String> known = new LinkedHashSet<>();

  /** Whether this is a mapping; if not, that was said. */
  private final boolean readable;

  Section(Value value, String path, Problems problems) {
    this.path = path;
    this.problems = problems;
    if (value instanceof Mapping found) {
      this.mapping = found;
      this.readable = true;
    } else {
      problems.add(value.at(), path, "must be a mapping of keys to values, not " + value.words());
      this.mapping = new Mapping(value.at(), Map.of());
      this.readable = false;
    }
  }

  Place at() {
    return mapping.at();
  }

  /** Returns the place of a key's value, or of this section if there is none. */
  Place at(String key) {
    Entry entry = mapping.entries().get(key);
    return entry == null ? at() : entry.value().at();
  }

  /** Adds a problem about the value of a key. */
  void problem(String key, String message) {
    problems.add(at(key), pathOf(key), message);
  }

  /** Reads a key that must be there. */
  <T> T required(String key, Kind<T> kind, T standIn) {
    Value value = requiredValue(key);
    return value == null ? standIn : scalar(value, key, kind, standIn);
  }

  /** Reads a key that may be left out. */
  <T> T optional(String key, Kind<T> kind, T unlessGiven) {
    Value value = value(key);
    return value == null ? unlessGiven : scalar(value, key, kind, unlessGiven);
  }

  /** Reads a mapping that may be left out. */
  @Nullable Section section(String key) {
    Value value = value(key);
    return value == null ? null : new Section(value, pathOf(key), problems);
  }

  /** Reads a mapping all of whose keys may be left out, as may be the mapping itself. */
  Section sectionOrEmpty(String key) {
    Section section = section(key);
    return section != null
        ? section
        : new Section(new Mapping(at(), Map.of()), pathOf(key), problems);
  }

  /** Reads a list of at least one mapping. */
  List<Section> sections(String key) {
    Value value = requiredValue(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof Sequence sequence) || sequence.items().isEmpty()) {
      problem(key, "must be a list of at least one item, not " + value.words());
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    for (Value item : sequence.items()) {
      sections.add(new Section(item, pathOf(key) + "[" + sections.size() + "]", problems));
    }
    return sections;
  }

  /** Ends the reading: every key that was not asked for is a problem. */
  @Override
  public void close() {
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                problems.add(
                    entry.at(),
                    pathOf(key),
                    "is no key of this place; allowed are " + String.join(", ", known));
              }
            });
  }

  private @Nullable Value requiredValue(String key) {
    Value value = value(key);
    if (value == null && readable) {
      problems.add(at(), pathOf(key), "is missing");
    }
    return value;
  }

  private @Nullable Value value(String key) {
    known.add(key);
    Entry entry = mapping.entries().get(key);
    return entry == null ? null : entry.value();
  }

  private <T> T scalar(Value value, String key, Kind<T> kind, T standIn) {
    try {
      return kind.read(value instanceof Scalar scalar ? scalar.text() : "");
    } catch (RefusedException e) {
      problem(key, value.words() + ": " + e.getMessage());
      return standIn;
    }
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
