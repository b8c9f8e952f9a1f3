/**
 * A scheduler's figures for Micrometer. Needs {@code io.micrometer:micrometer-core}, which this
 * library does not bring along.
 *
 * <p>Start at {@link dev.timelapse.scheduler.micrometer.SchedulerMetrics}.
 */
@NullMarked
package dev.timelapse.scheduler.micrometer;

import org.jspecify.annotations.NullMarked;
