/** Random programs, run on a timeline and on a naive interpreter, which must agree. */
@NullMarked
package dev.timelapse.testkit.model;

import org.jspecify.annotations.NullMarked;
