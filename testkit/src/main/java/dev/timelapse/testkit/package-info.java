/**
 * Virtual time, a mocked outside and a recording of what happened, for JUnit tests of scheduled
 * systems.
 *
 * <p>Start at {@link dev.timelapse.testkit.Timeline} and {@link
 * dev.timelapse.testkit.TimelapseExtension}.
 */
@NullMarked
package dev.timelapse.testkit;

import org.jspecify.annotations.NullMarked;
