/**
 * Work that would grow the heap, run in a process of its own: a command, or a Java main class.
 *
 * <p>Start at {@link dev.timelapse.scheduler.fork.ForkedTask}. It either waits, and then the
 * scheduler waits with it, or goes on, and then the outcome comes as an event. Either way all code
 * of the user runs on the thread that drives the scheduler.
 *
 * <p>A real process takes real time, so its limits are on the machine's clock, even when the
 * scheduler's time is simulated: the timeline stands still while a task waits for one. A simulation
 * lets a {@link dev.timelapse.scheduler.fork.ProcessLauncher} of its own stand in, and no process
 * is started at all.
 *
 * <p>A process that takes too long, is cancelled, or whose waiting thread is interrupted, is ended
 * with all its descendants: they are asked to end (SIGTERM), and after a grace made to (SIGKILL).
 * The descendants that a process leaves behind when it ends by itself are left alone; what they
 * write is waited for a second at most, and after that they may find their output closed.
 *
 * <p>What this cannot do: find a descendant that has left its tree, because its parent has ended or
 * because it was born between the last listing and its parent's end; and cap the heap of what is no
 * Java program. A process outlives a JVM that dies without warning.
 */
@NullMarked
package dev.timelapse.scheduler.fork;

import org.jspecify.annotations.NullMarked;
