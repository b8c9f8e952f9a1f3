/** Lets a test own time: a timeline, the mocked outside, and a recording of what happened. */
@NullMarked
package dev.timelapse.testkit;

import org.jspecify.annotations.NullMarked;
