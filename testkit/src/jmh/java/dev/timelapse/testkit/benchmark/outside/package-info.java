/** What a call to the outside costs. */
@NullMarked
package dev.timelapse.testkit.benchmark.outside;

import org.jspecify.annotations.NullMarked;
