/** What happened on a timeline, in order and bounded in memory. */
@NullMarked
package dev.timelapse.testkit.recording;

import org.jspecify.annotations.NullMarked;
