package dev.timelapse.samples.bugs.stampede;

import dev.timelapse.scheduler.TimeSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the result of a query for a minute. But whoever asks while that is expired queries the
 * database, and until the first of them has the result, all others ask too. For many threads.
 *
 * @see <a href="https://github.com/moleculerjs/moleculer/issues/489">Moleculer: each of the
 *     concurrent requests calls the handler when the cached answer is expired</a>
 */
final class BuggyCache {

  private static final Duration TTL = Duration.ofMinutes(1);

  private final TimeSource time;
  private final Database database;
  private volatile @Nullable Entry entry;

  BuggyCache(TimeSource time, Database database) {
    this.time = time;
    this.database = database;
  }

  String get() {
    Entry current = entry;
    if (current == null || time.nanoTime() - current.loadedNanos > TTL.toNanos()) {
      current = new Entry(database.query(), time.nanoTime());
      entry = current;
    }
    return current.result;
  }

  private record Entry(String result, long loadedNanos) {}
}
