package dev.timelapse.samples.bugs.cleanup;

import static dev.timelapse.scheduler.Trigger.every;

import dev.timelapse.scheduler.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Deletes the parts of backups without an index that are older than an hour: those that were broken
 * off. But so are the first parts of a backup that has been written for more than an hour.
 *
 * @see <a href="https://github.com/Azure/Azurite/issues/239">Azurite: "extent get GCed when
 *     handling high concurrency block blob upload requests"</a>
 */
final class BuggyCleanup {

  private static final Duration AGE = Duration.ofHours(1);

  private final Scheduler scheduler;
  private final InstantSource clock;
  private final BlobStore store;

  BuggyCleanup(Scheduler scheduler, InstantSource clock, BlobStore store) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.store = store;
  }

  void start() {
    scheduler.add("clean up", every(Duration.ofMinutes(30)), this::cleanUp);
  }

  private void cleanUp() throws IOException {
    Map<String, Instant> blobs = store.list();
    Instant limit = clock.instant().minus(AGE);
    for (Map.Entry<String, Instant> blob : blobs.entrySet()) {
      String index = Backup.of(blob.getKey()) + "/" + Backup.INDEX;
      if (!blobs.containsKey(index) && blob.getValue().isBefore(limit)) {
        store.delete(blob.getKey());
      }
    }
  }
}
