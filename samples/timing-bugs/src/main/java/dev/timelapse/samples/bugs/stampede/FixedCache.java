package dev.timelapse.samples.bugs.stampede;

import dev.timelapse.scheduler.TimeSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps the result of a query for a minute. Then the first who asks queries the database, while the
 * others are content with the old result. For many threads.
 */
final class FixedCache {

  private static final Duration TTL = Duration.ofMinutes(1);

  private final TimeSource time;
  private final Database database;
  private final AtomicBoolean loading = new AtomicBoolean();
  private volatile Entry entry;

  FixedCache(TimeSource time, Database database) {
    this.time = time;
    this.database = database;
    this.entry = load();
  }

  String get() {
    Entry current = entry;
    if (time.nanoTime() - current.loadedNanos > TTL.toNanos()
        && loading.compareAndSet(false, true)) {
      try {
        current = load();
        entry = current;
      } finally {
        loading.set(false);
      }
    }
    return current.result;
  }

  private Entry load() {
    return new Entry(database.query(), time.nanoTime());
  }

  private record Entry(String result, long loadedNanos) {}
}
