/** A long life in simulated time, to see whether the heap stays what it was. */
@NullMarked
package dev.timelapse.scheduler.benchmark.soak;

import org.jspecify.annotations.NullMarked;
