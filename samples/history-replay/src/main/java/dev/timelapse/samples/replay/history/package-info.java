/** Histories of node outages: read from records, generated from a seed, and brought into order. */
@NullMarked
package dev.timelapse.samples.replay.history;

import org.jspecify.annotations.NullMarked;
