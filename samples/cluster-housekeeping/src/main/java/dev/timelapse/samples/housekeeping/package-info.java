/**
 * Keeps a cluster's nodes, services and backups in order, with all periodic work on one thread and
 * one queue.
 *
 * <p>Start at {@link dev.timelapse.samples.housekeeping.Housekeeping}.
 */
@NullMarked
package dev.timelapse.samples.housekeeping;

import org.jspecify.annotations.NullMarked;
