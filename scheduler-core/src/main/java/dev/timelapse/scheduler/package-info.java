/** Runs jobs one at a time, in a total order, on time that its owner provides. */
@NullMarked
package dev.timelapse.scheduler;

import org.jspecify.annotations.NullMarked;
