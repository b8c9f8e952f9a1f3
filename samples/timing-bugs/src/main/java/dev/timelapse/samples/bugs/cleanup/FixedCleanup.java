package dev.timelapse.samples.bugs.cleanup;

import static dev.timelapse.scheduler.Trigger.every;

import dev.timelapse.scheduler.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Deletes the parts of a backup without an index when its youngest part is older than a day: nobody
 * writes it any more.
 */
final class FixedCleanup {

  private static final Duration AGE = Duration.ofDays(1);

  private final Scheduler scheduler;
  private final InstantSource clock;
  private final BlobStore store;

  FixedCleanup(Scheduler scheduler, InstantSource clock, BlobStore store) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.store = store;
  }

  void start() {
    scheduler.add("clean up", every(Duration.ofMinutes(30)), this::cleanUp);
  }

  private void cleanUp() throws IOException {
    Map<String, Instant> blobs = store.list();
    Map<String, Instant> youngest = new HashMap<>();
    blobs.forEach(
        (name, written) ->
            youngest.merge(Backup.of(name), written, (a, b) -> a.isAfter(b) ? a : b));
    Instant limit = clock.instant().minus(AGE);
    for (String name : blobs.keySet()) {
      String backup = Backup.of(name);
      if (!blobs.containsKey(backup + "/" + Backup.INDEX)
          && youngest.getOrDefault(backup, Instant.MAX).isBefore(limit)) {
        store.delete(name);
      }
    }
  }
}
