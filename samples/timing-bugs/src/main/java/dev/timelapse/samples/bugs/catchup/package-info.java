/** A job that makes up for a night's sleep of its machine, minute by minute, all at once. */
@NullMarked
package dev.timelapse.samples.bugs.catchup;

import org.jspecify.annotations.NullMarked;
