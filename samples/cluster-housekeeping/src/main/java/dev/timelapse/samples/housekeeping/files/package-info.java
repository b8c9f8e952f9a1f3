/** Writes files that are seen whole or not at all. */
@NullMarked
package dev.timelapse.samples.housekeeping.files;

import org.jspecify.annotations.NullMarked;
