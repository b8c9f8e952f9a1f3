/** Runs the daemon through a history on the compressed timeline, and keeps the books. */
@NullMarked
package dev.timelapse.samples.replay.run;

import org.jspecify.annotations.NullMarked;
