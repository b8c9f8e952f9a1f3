/**
 * Calendar time by cron expression: which instants an expression names in a time zone, computed
 * exactly across the changes of the zone's clock. Start at {@link CronExpression}.
 */
@NullMarked
package dev.timelapse.scheduler.cron;

import org.jspecify.annotations.NullMarked;
