package dev.timelapse.samples.bugs.timeout;

import dev.timelapse.scheduler.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Gives each claim a volume. It waits for longer than the driver's own tries may take together, and
 * asks for the same volume again when even that was not enough.
 */
final class FixedProvisioner {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Scheduler scheduler;
  private final StorageDriver driver;
  private final Map<String, String> volumes = new HashMap<>();
  private final Set<String> bound = new HashSet<>();

  FixedProvisioner(Scheduler scheduler, StorageDriver driver) {
    this.scheduler = scheduler;
    this.driver = driver;
  }

  void claim(String name) {
    scheduler.after(Duration.ZERO, () -> provision(name));
  }

  boolean isBound(String name) {
    return bound.contains(name);
  }

  private void provision(String claim) {
    String volume = volumes.computeIfAbsent(claim, key -> "volume-" + (volumes.size() + 1));
    try {
      driver.create(volume, TIMEOUT);
      bound.add(claim);
    } catch (IOException e) {
      scheduler.after(RETRY, () -> provision(claim));
    }
  }
}
