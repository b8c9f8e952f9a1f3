/**
 * Assertions on what was recorded, in the manner of AssertJ, which the user brings. Start at {@link
 * dev.timelapse.testkit.assertj.TimelapseAssertions#assertThat}.
 */
@NullMarked
package dev.timelapse.testkit.assertj;

import org.jspecify.annotations.NullMarked;
