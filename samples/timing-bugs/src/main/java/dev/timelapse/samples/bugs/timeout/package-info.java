/** A time-out that is shorter than what it waits for may take, and a retry that begins anew. */
@NullMarked
package dev.timelapse.samples.bugs.timeout;

import org.jspecify.annotations.NullMarked;
