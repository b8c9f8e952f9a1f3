/** Schedulers in real time: how late firings are, and who wakes up with nothing to do. */
@NullMarked
package dev.timelapse.scheduler.benchmark.production;

import org.jspecify.annotations.NullMarked;
