/** Agents that come back from an outage all in the same second, again and again. */
@NullMarked
package dev.timelapse.samples.bugs.retrystorm;

import org.jspecify.annotations.NullMarked;
