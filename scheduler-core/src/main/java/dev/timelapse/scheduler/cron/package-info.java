/** Reads cron expressions and computes their firings in a time zone. */
@NullMarked
package dev.timelapse.scheduler.cron;

import org.jspecify.annotations.NullMarked;
