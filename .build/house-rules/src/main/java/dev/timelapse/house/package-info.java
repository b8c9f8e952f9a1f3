/** States, as ArchUnit rules, what no class of the project may do. */
@NullMarked
package dev.timelapse.house;

import org.jspecify.annotations.NullMarked;
