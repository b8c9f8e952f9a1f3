/** What checks that watch a run cost. */
@NullMarked
package dev.timelapse.testkit.benchmark.check;

import org.jspecify.annotations.NullMarked;
