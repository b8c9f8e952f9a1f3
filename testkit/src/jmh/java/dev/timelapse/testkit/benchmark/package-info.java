/** What the timeline costs, beside the bare scheduler and other people's virtual time. */
@NullMarked
package dev.timelapse.testkit.benchmark;

import org.jspecify.annotations.NullMarked;
