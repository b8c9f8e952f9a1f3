/** Pages somebody, once for each thing that is wrong. */
@NullMarked
package dev.timelapse.samples.housekeeping.paging;

import org.jspecify.annotations.NullMarked;
