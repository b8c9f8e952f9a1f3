package dev.timelapse.samples.housekeeping;

import dev.timelapse.samples.housekeeping.backup.BackupListener;
import dev.timelapse.samples.housekeeping.fleet.FleetListener;
import dev.timelapse.samples.housekeeping.paging.PagingListener;
import dev.timelapse.samples.housekeeping.report.ReportListener;

/**
 * Is told everything that the daemon does. Called on the daemon's one thread, at the time and in
 * the order in which things happen.
 */
public interface HousekeepingListener
    extends FleetListener, BackupListener, ReportListener, PagingListener {}
