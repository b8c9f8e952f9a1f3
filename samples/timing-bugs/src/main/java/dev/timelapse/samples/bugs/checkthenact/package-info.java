/** A check of what is missing that does not see what was ordered and is still on its way. */
@NullMarked
package dev.timelapse.samples.bugs.checkthenact;

import org.jspecify.annotations.NullMarked;
