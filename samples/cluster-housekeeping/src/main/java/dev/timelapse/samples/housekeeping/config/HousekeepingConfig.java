package dev.timelapse.samples.housekeeping.config;

import dev.timelapse.samples.housekeeping.fleet.FleetSettings;
import dev.timelapse.samples.housekeeping.report.ReportSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file that is right. Paths that were relative count from its directory.
 *
 * @param connectTimeout how long a probe waits for a connection
 * @param fleet the nodes and services
 * @param inventory the file that says which node runs what
 * @param backup the copies off site; null for none
 * @param report the capacity report; null for none
 */
public record HousekeepingConfig(
    Duration connectTimeout,
    FleetSettings fleet,
    Path inventory,
    @Nullable BackupConfig backup,
    @Nullable ReportSettings report) {}
