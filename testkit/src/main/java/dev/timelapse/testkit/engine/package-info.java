/**
 * The machine below a timeline: its agenda, its strands, and the baton that lets one of them run at
 * a time. Not exported.
 *
 * <p>Events run inline on a driving strand. What blocks in virtual time makes a {@link
 * dev.timelapse.testkit.engine.Wait}: its strand passes the baton on and gets it back at the
 * deadline, or after someone has woken it. What has a queue of its own is {@link
 * dev.timelapse.testkit.engine.Driven}: the engine asks it for the key of its earliest event and
 * has it run that one. All keys are (due, priority, sequence), and all sequence numbers come from
 * one counter, {@link dev.timelapse.testkit.engine.VirtualTimeSource#nextSequence}.
 *
 * <p>Nothing here is locked against strands: who holds the baton may touch everything. Any other
 * thread brackets what it does with {@link dev.timelapse.testkit.engine.Engine#enter} and {@link
 * dev.timelapse.testkit.engine.Engine#leave}, which refuse it in the middle of an advance; so does
 * code that may be called by either. In automatic time strands take the same lock.
 */
@NullMarked
package dev.timelapse.testkit.engine;

import org.jspecify.annotations.NullMarked;
