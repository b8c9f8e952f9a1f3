/** A daily job that is lost when clocks go forward, and runs twice when they go back. */
@NullMarked
package dev.timelapse.samples.bugs.clockchange;

import org.jspecify.annotations.NullMarked;
