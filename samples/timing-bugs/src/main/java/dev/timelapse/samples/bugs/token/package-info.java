/** A token that is valid when a request leaves, and has expired when it arrives. */
@NullMarked
package dev.timelapse.samples.bugs.token;

import org.jspecify.annotations.NullMarked;
