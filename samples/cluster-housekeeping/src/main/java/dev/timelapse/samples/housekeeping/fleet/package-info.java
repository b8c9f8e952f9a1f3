/**
 * Probes nodes, replaces those that are down by hot spares, and keeps services at their replicas.
 */
@NullMarked
package dev.timelapse.samples.housekeeping.fleet;

import org.jspecify.annotations.NullMarked;
