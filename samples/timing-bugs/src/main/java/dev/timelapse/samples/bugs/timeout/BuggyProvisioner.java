package dev.timelapse.samples.bugs.timeout;

import dev.timelapse.scheduler.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives each claim a volume, and tries again with a new one when that takes longer than ten
 * seconds. But the driver may well take 24; and the volumes that were given up come all the same.
 *
 * @see <a href="https://github.com/kubernetes-csi/external-provisioner/issues/63">Kubernetes CSI:
 *     with a time-out of five seconds, "a new request will kick off to the csi plugin, resulting in
 *     duplicate volumes with different names"</a>
 */
final class BuggyProvisioner {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Scheduler scheduler;
  private final StorageDriver driver;
  private final Map<String, String> volumes = new HashMap<>();
  private int made;

  BuggyProvisioner(Scheduler scheduler, StorageDriver driver) {
    this.scheduler = scheduler;
    this.driver = driver;
  }

  void claim(String name) {
    scheduler.after(Duration.ZERO, () -> provision(name));
  }

  boolean isBound(String name) {
    return volumes.containsKey(name);
  }

  private void provision(String claim) {
    made++;
    String volume = "volume-" + made;
    try {
      driver.create(volume, TIMEOUT);
      volumes.put(claim, volume);
    } catch (IOException e) {
      scheduler.after(RETRY, () -> provision(claim));
    }
  }
}
