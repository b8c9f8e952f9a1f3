package dev.timelapse.samples.bugs.checkthenact;

import static dev.timelapse.scheduler.Trigger.every;

import dev.timelapse.scheduler.Scheduler;
import java.time.Duration;

/**
 * Looks each half minute how many machines are missing, and orders them. But until those are at
 * work, they are missing the next time too.
 *
 * @see <a href="https://github.com/taskcluster/taskcluster/pull/2407">Taskcluster: "worker-manager
 *     will keep spawning more instances while there are pending tasks", when they boot slowly</a>
 */
final class BuggyScaler {

  private final Scheduler scheduler;
  private final WorkQueue queue;
  private final Cloud cloud;

  BuggyScaler(Scheduler scheduler, WorkQueue queue, Cloud cloud) {
    this.scheduler = scheduler;
    this.queue = queue;
    this.cloud = cloud;
  }

  void start() {
    scheduler.add("scale", every(Duration.ofSeconds(30)), this::scale);
  }

  private void scale() {
    int missing = queue.length() - cloud.atWork().size();
    for (int i = 0; i < missing; i++) {
      cloud.order();
    }
  }
}
