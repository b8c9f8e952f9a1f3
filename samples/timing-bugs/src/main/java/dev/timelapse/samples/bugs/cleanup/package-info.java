/** A clean-up that deletes what is still being written, because its first part is old already. */
@NullMarked
package dev.timelapse.samples.bugs.cleanup;

import org.jspecify.annotations.NullMarked;
