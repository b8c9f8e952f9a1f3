/**
 * An event scheduler for production daemons: one thread, one queue, a total order, and time that is
 * injected.
 *
 * <p>Start at {@link dev.timelapse.scheduler.Scheduler}.
 */
@NullMarked
package dev.timelapse.scheduler;

import org.jspecify.annotations.NullMarked;
