package dev.timelapse.samples.housekeeping.fleet;

import static dev.timelapse.scheduler.Trigger.every;

import dev.timelapse.samples.housekeeping.paging.OnCall;
import dev.timelapse.scheduler.Job;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.Task;
import dev.timelapse.scheduler.TimeSource;
import java.time.Duration;
import java.util.List;

/**
 * The nodes and services of a cluster, and the jobs that keep them in order. Each round has three
 * steps, at the same time and in this order: {@value #PROBE}, {@value #REPLACE}, {@value #KEEP}. So
 * a node is replaced, and what it ran placed elsewhere, in the round that marks it down.
 */
public final class Fleet {

  /** The job that marks nodes down and up. */
  public static final String PROBE = "probe nodes";

  /** The job that replaces nodes by spares. */
  public static final String REPLACE = "replace nodes";

  /** The job that places replicas. */
  public static final String KEEP = "keep services";

  private final Scheduler scheduler;
  private final Duration period;
  private final Provisioner provisioner;
  private final Cluster cluster;
  private final ProbeRound probeRound;
  private final Replacements replacements;
  private final Placements placements;

  /**
   * Creates the jobs; {@link #start} schedules them.
   *
   * @param time the clocks of the scheduler
   */
  public Fleet(
      Scheduler scheduler,
      TimeSource time,
      FleetSettings settings,
      NodeProbe probe,
      Provisioner provisioner,
      OnCall onCall,
      FleetListener listener) {
    this.scheduler = scheduler;
    this.period = settings.probePeriod();
    this.provisioner = provisioner;
    this.cluster = new Cluster(settings, time, listener);
    this.probeRound = new ProbeRound(cluster, probe, settings.missedAnswersToMarkDown());
    this.placements = new Placements(cluster, provisioner, time, listener);
    this.replacements =
        new Replacements(cluster, placements, onCall.alarm("spare pool"), time, listener);
  }

  /**
   * Learns what is placed where, and schedules the jobs; the first round is due at once.
   *
   * @throws Exception if the provisioner cannot tell what is placed
   */
  public void start() throws Exception {
    cluster.takeOver(provisioner.replicas());
    schedule(PROBE, 0, probeRound::run);
    schedule(REPLACE, 1, replacements::run);
    schedule(KEEP, 2, placements::run);
  }

  private void schedule(String name, int priority, Task task) {
    scheduler.add(
        Job.named(name)
            .trigger(every(period).startingAfter(Duration.ZERO))
            .priority(priority)
            .task(task));
  }

  /** Returns the nodes in configured order. */
  public List<Node> nodes() {
    return List.of(cluster.nodes);
  }

  /** Returns the services in configured order. */
  public List<Service> services() {
    return List.copyOf(cluster.services);
  }
}
