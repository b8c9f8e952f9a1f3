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
 * Takes a host for offline when it has missed a whole check-in, and the next one has had time to
 * arrive too.
 */
final class FixedHostMonitor {

  private static final Duration SLACK = Duration.ofSeconds(30);

  private final Scheduler scheduler;
  private final TimeSource time;
  private final Duration patience;
  private final StatusPage page;
  private final Map<String, Long> seenNanos = new HashMap<>();
  private final Set<String> offline = new HashSet<>();

  FixedHostMonitor(Scheduler scheduler, TimeSource time, Duration interval, StatusPage page) {
    this.scheduler = scheduler;
    this.time = time;
    this.patience = interval.multipliedBy(2).plus(SLACK);
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
          if (time.nanoTime() - seen > patience.toNanos() && offline.add(host)) {
            page.offline(host);
          }
        });
  }
}
