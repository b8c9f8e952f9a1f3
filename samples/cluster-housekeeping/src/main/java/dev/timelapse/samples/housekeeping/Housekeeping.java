package dev.timelapse.samples.housekeeping;

import dev.timelapse.samples.housekeeping.backup.BackupSettings;
import dev.timelapse.samples.housekeeping.backup.Backups;
import dev.timelapse.samples.housekeeping.fleet.Fleet;
import dev.timelapse.samples.housekeeping.paging.OnCall;
import dev.timelapse.samples.housekeeping.report.CapacityReports;
import dev.timelapse.samples.housekeeping.report.CapacityState;
import dev.timelapse.samples.housekeeping.report.ReportSettings;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The daemon: all jobs on one scheduler, all state on its one thread, so that nothing overlaps and
 * there are no locks. What it does is told to a listener.
 */
public final class Housekeeping {

  private final TimeSource time;
  private final Fleet fleet;
  private final @Nullable Backups backups;
  private final @Nullable CapacityReports reports;

  /**
   * Creates the daemon; {@link #start} schedules its jobs.
   *
   * @param scheduler what it is scheduled on; drive it after the start
   * @param time the clocks of the scheduler
   */
  public Housekeeping(
      Scheduler scheduler,
      TimeSource time,
      HousekeepingSettings settings,
      OutsideWorld outside,
      HousekeepingListener listener) {
    this.time = time;
    OnCall onCall = new OnCall(outside.pager(), time, listener);
    this.fleet =
        new Fleet(
            scheduler,
            time,
            settings.fleet(),
            outside.probe(),
            outside.provisioner(),
            onCall,
            listener);
    BackupSettings backup = settings.backups();
    this.backups =
        backup == null
            ? null
            : new Backups(
                scheduler,
                time,
                backup,
                outside.data(),
                outside.sites(),
                outside.choice(),
                onCall,
                listener);
    ReportSettings report = settings.report();
    this.reports =
        report == null
            ? null
            : new CapacityReports(
                scheduler, time, report, this::state, outside.processes(), listener);
  }

  /**
   * Schedules all jobs. The first probe round is due at once.
   *
   * @throws Exception if the provisioner cannot tell what is placed
   */
  public void start() throws Exception {
    fleet.start();
    if (backups != null) {
      backups.start();
    }
    if (reports != null) {
      reports.start();
    }
  }

  /** Returns the nodes and services. */
  public Fleet fleet() {
    return fleet;
  }

  private CapacityState state() {
    return CapacityState.of(
        time.instant(),
        fleet.nodes(),
        fleet.services(),
        backups == null ? List.of() : backups.summary());
  }
}
