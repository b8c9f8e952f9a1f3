/** Copies data off site, verifies the copies, and deletes them when they have expired. */
@NullMarked
package dev.timelapse.samples.housekeeping.backup;

import org.jspecify.annotations.NullMarked;
