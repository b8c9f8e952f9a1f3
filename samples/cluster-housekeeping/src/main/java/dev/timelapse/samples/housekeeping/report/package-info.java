/** Makes a capacity report in a process of its own. */
@NullMarked
package dev.timelapse.samples.housekeeping.report;

import org.jspecify.annotations.NullMarked;
