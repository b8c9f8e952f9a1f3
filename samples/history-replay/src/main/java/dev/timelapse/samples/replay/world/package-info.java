/**
 * What is outside the daemon while it is replayed: nodes, stores and a pager that follow a script.
 */
@NullMarked
package dev.timelapse.samples.replay.world;

import org.jspecify.annotations.NullMarked;
