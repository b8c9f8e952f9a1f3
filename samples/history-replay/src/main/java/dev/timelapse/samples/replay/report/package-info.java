/** The figures of a replay, and how they are shown: as text, as JSON, as a picture. */
@NullMarked
package dev.timelapse.samples.replay.report;

import org.jspecify.annotations.NullMarked;
