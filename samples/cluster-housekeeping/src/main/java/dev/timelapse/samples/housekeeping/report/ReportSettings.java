package dev.timelapse.samples.housekeeping.report;

import dev.timelapse.scheduler.cron.CronExpression;
import java.nio.file.Path;
import java.time.Duration;

/**
 * When and where reports are made.
 *
 * @param at when a report is made
 * @param stateFile the file by which the process that makes it learns the cluster's state
 * @param reportFile the file it writes, anew each time
 * @param timeLimit after how long that process is ended
 * @param heapMegabytes the most heap it may use
 */
public record ReportSettings(
    CronExpression at, Path stateFile, Path reportFile, Duration timeLimit, int heapMegabytes) {}
