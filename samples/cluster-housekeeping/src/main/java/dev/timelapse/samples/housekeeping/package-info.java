/** Keeps a cluster's nodes, services and backups in order. */
@NullMarked
package dev.timelapse.samples.housekeeping;

import org.jspecify.annotations.NullMarked;
