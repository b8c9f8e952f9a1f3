package dev.timelapse.samples.bugs.checkthenact;

import static dev.timelapse.scheduler.Trigger.every;

import dev.timelapse.scheduler.Scheduler;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks each half minute how many machines are missing, those on their way left out. What has not
 * come after a while is ordered anew.
 */
final class FixedScaler {

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Scheduler scheduler;
  private final WorkQueue queue;
  private final Cloud cloud;
  private final Set<String> onTheirWay = new HashSet<>();

  FixedScaler(Scheduler scheduler, WorkQueue queue, Cloud cloud) {
    this.scheduler = scheduler;
    this.queue = queue;
    this.cloud = cloud;
  }

  void start() {
    scheduler.add("scale", every(Duration.ofSeconds(30)), this::scale);
  }

  private void scale() {
    Set<String> atWork = cloud.atWork();
    onTheirWay.removeAll(atWork);
    int missing = queue.length() - atWork.size() - onTheirWay.size();
    for (int i = 0; i < missing; i++) {
      String machine = cloud.order();
      onTheirWay.add(machine);
      scheduler.after(PATIENCE, () -> onTheirWay.remove(machine));
    }
  }
}
