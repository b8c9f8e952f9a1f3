package dev.timelapse.scheduler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The jobs of one scheduler by name. Safe for use by several threads. */
final class Jobs {

  private final Map<String, ScheduledJob> byName = new LinkedHashMap<>();

  synchronized void add(ScheduledJob job) {
    if (byName.putIfAbsent(job.name(), job) != null) {
      throw new IllegalArgumentException(
          "this scheduler has a job named \""
              + job.name()
              + "\" already: cancel that one first, or choose another name");
    }
  }

  synchronized void remove(ScheduledJob job) {
    byName.remove(job.name(), job);
  }

  synchronized List<ScheduledJob> list() {
    return List.copyOf(byName.values());
  }
}
