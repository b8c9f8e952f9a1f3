/**
 * What the benchmarks of the scheduler have in common, and what reads their results: the public
 * API's speed and footprint beside those of its peers, on the same workloads in the same run.
 */
@NullMarked
package dev.timelapse.scheduler.benchmark;

import org.jspecify.annotations.NullMarked;
