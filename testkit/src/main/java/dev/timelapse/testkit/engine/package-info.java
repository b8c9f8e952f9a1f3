/**
 * The machine below a timeline: its agenda, its strands, and the baton that lets one of them run at
 * a time. Not exported.
 */
@NullMarked
package dev.timelapse.testkit.engine;

import org.jspecify.annotations.NullMarked;
