package dev.timelapse.scheduler;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * A scheduler as its simulation sees it: the key of its earliest event, and a way to run just that
 * one. All methods are called by one strand of the simulation at a time.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface SimulatedScheduler {

  /** What {@link #nextDueNanoTime} answers when no event is pending. */
  long NEVER = Long.MAX_VALUE;

  /**
   * Returns when the earliest event is due.
   *
   * @return a reading of the time source's {@code nanoTime}, possibly past, or {@link #NEVER}
   */
  long nextDueNanoTime();

  /**
   * Returns the priority of the earliest event; meaningful only while one is pending.
   *
   * @return the priority; lower runs first
   */
  int nextPriority();

  /**
   * Returns the sequence number of the earliest event; meaningful only while one is pending.
   *
   * @return the sequence number that {@link Simulation#nextSequence} gave it
   */
  long nextSequence();

  /**
   * Runs the earliest event on the calling thread, if it is due; returns when its task has
   * returned.
   *
   * @return whether a task ran: false when nothing was due, or when what was due is skipped by its
   *     misfire policy
   */
  boolean runNext();

  /**
   * Returns whether a pending event is foreground work: a one-shot or a retry, rather than the
   * regular next firing of a series.
   *
   * @return whether foreground work is pending
   */
  boolean hasForegroundWork();

  /**
   * Computes calendar events afresh after the course of the wall clock has changed.
   *
   * @param step by how much it was stepped; zero if it only goes at another rate from now on
   */
  void wallClockSet(Duration step);
}
