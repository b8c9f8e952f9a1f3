/**
 * A scheduler as JMX consoles see it. Needs the JDK's module {@code java.management}.
 *
 * <p>Start at {@link dev.timelapse.scheduler.jmx.SchedulerJmx}.
 */
@NullMarked
package dev.timelapse.scheduler.jmx;

import org.jspecify.annotations.NullMarked;
