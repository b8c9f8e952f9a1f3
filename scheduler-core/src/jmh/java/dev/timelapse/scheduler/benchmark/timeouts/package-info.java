/** Time-outs that are scheduled and nearly always cancelled, and what is left of them. */
@NullMarked
package dev.timelapse.scheduler.benchmark.timeouts;

import org.jspecify.annotations.NullMarked;
