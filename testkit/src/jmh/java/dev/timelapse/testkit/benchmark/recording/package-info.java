/** What recording a run costs. */
@NullMarked
package dev.timelapse.testkit.benchmark.recording;

import org.jspecify.annotations.NullMarked;
