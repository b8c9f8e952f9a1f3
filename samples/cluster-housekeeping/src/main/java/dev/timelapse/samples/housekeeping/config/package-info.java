/** Reads the daemon's configuration file, and says everything that is wrong with it at once. */
@NullMarked
package dev.timelapse.samples.housekeeping.config;

import org.jspecify.annotations.NullMarked;
