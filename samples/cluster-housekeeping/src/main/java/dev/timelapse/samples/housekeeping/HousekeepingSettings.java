package dev.timelapse.samples.housekeeping;

import dev.timelapse.samples.housekeeping.backup.BackupSettings;
import dev.timelapse.samples.housekeeping.fleet.FleetSettings;
import dev.timelapse.samples.housekeeping.report.ReportSettings;
import org.jspecify.annotations.Nullable;

/**
 * What the daemon does when.
 *
 * @param fleet the nodes and services
 * @param backups the copies off site; null for none
 * @param report the capacity report; null for none
 */
public record HousekeepingSettings(
    FleetSettings fleet, @Nullable BackupSettings backups, @Nullable ReportSettings report) {}
