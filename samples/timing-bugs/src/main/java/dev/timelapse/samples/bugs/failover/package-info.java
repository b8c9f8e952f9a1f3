/** A read that does not show what was written a second ago, because the database failed over. */
@NullMarked
package dev.timelapse.samples.bugs.failover;

import org.jspecify.annotations.NullMarked;
