/**
 * A gallery of timing bugs as they occur in the wild. Each package has one: code that a good
 * engineer might write and that is wrong in its use of time alone, and the same code mended. Its
 * tests hold both to the same requirement.
 */
@NullMarked
package dev.timelapse.samples.bugs;

import org.jspecify.annotations.NullMarked;
