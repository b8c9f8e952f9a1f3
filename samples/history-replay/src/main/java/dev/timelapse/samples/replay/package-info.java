/** Replays recorded outages through the housekeeping daemon and sums up what happened. */
@NullMarked
package dev.timelapse.samples.replay;

import org.jspecify.annotations.NullMarked;
