/** A nightly job that starts later each night, because it is armed again when its work is done. */
@NullMarked
package dev.timelapse.samples.bugs.drift;

import org.jspecify.annotations.NullMarked;
