/** Checks that watch a run, and stop it at the event that breaks one of them. */
@NullMarked
package dev.timelapse.testkit.check;

import org.jspecify.annotations.NullMarked;
