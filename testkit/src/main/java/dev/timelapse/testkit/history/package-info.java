/** What the world did, as it was recorded somewhere, done again on a timeline. */
@NullMarked
package dev.timelapse.testkit.history;

import org.jspecify.annotations.NullMarked;
