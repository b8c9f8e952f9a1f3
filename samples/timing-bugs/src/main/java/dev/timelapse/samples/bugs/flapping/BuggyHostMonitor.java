package dev.timelapse.samples.bugs.flapping;

import static dev.timelapse.scheduler.Trigger.every;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Takes a host for offline when it has not checked in for as long as it promised to check in after.
 * But no two messages take the same time on their way: one that took a little, and one that took a
 * little more, are further apart than that.
 *
 * @see <a href="https://github.com/kolide/fleet/issues/1396">Kolide Fleet: "the online hosts are
 *     flapping. ExpectedCheckinInterval needs a minimum value"</a>
 */
final class BuggyHostMonitor {

  private final Scheduler scheduler;
  private final TimeSource time;
  private final Duration interval;
  private final StatusPage page;
  private final Map<String, Long> seenNanos = new HashMap<>();
  private final Set<String> offline = new HashSet<>();

  BuggyHostMonitor(Scheduler scheduler, TimeSource time, Duration interval, StatusPage page) {
    this.scheduler = scheduler;
    this.time = time;
    this.interval = interval;
    this.page = page;
  }

  void start() {
    scheduler.add("look for the missing", every(Duration.ofSeconds(1)), this::lookForTheMissing);
  }

  void checkIn(String host) {
    seenNanos.put(host, time.nanoTime());
    if (offline.remove(host)) {
      page.online(host);
    }
  }

  private void lookForTheMissing() {
    seenNanos.forEach(
        (host, seen) -> {
          if (time.nanoTime() - seen > interval.toNanos() && offline.add(host)) {
            page.offline(host);
          }
        });
  }
}
