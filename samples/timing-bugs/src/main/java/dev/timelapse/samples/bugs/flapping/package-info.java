/** A host that is reported offline whenever its sign of life takes a moment longer than usual. */
@NullMarked
package dev.timelapse.samples.bugs.flapping;

import org.jspecify.annotations.NullMarked;
