/** Schedulers in simulated time: the hold model, periodic jobs, and bytes a pending event. */
@NullMarked
package dev.timelapse.scheduler.benchmark.simulation;

import org.jspecify.annotations.NullMarked;
