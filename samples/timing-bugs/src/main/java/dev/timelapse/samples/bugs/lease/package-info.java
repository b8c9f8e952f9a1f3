/** A lease that has expired when the answer to its renewal comes, and two leaders therefore. */
@NullMarked
package dev.timelapse.samples.bugs.lease;

import org.jspecify.annotations.NullMarked;
