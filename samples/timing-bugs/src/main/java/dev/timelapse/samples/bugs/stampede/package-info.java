/** A cache whose entry all its readers load anew at the instant at which it expires. */
@NullMarked
package dev.timelapse.samples.bugs.stampede;

import org.jspecify.annotations.NullMarked;
