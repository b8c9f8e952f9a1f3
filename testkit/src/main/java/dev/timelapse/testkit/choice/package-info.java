/**
 * What a test leaves open: one list of choices, which a seed expands to and a replay reads, and in
 * which 0 is always the dull answer.
 */
@NullMarked
package dev.timelapse.testkit.choice;

import org.jspecify.annotations.NullMarked;
