package dev.timelapse.testkit.model;

import java.util.List;

/** What a task of a random program does; times are in seconds. */
sealed interface Instruction {

  /** Writes a line. */
  record Say(String text) implements Instruction {}

  /** Waits for time to pass; 0 does not wait. */
  record Sleep(int seconds) implements Instruction {}

  /** Gives a task to a scheduler or an executor. */
  record Post(int queue, int delay, int priority, List<Instruction> body) implements Instruction {}

  /** Starts a strand. */
  record Start(List<Instruction> body) implements Instruction {}

  /** Cancels what was posted so many posts ago, and says whether that made a difference. */
  record Cancel(int ago) implements Instruction {}

  /** Waits for a signal, for some time or for ever if that is 0, and says whether it came. */
  record Await(int signal, int seconds) implements Instruction {}

  /** Wakes all who wait for a signal, in the order in which they began. */
  record Signal(int signal) implements Instruction {}

  /** Takes a lock, does something, and passes the lock on to who waits longest. */
  record Locked(int lock, List<Instruction> body) implements Instruction {}
}
